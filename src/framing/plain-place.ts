/** The place of the record at hand, as the fast way hands it out: one object for all, as there are millions. */
import type { Mutable } from '#model/index.ts';
import type { PlainPlace } from './draft.ts';
import type { Head } from './heads.ts';
import type { KnownDate, Tail } from './learn.ts';
import type { PlainHeads } from './plain-head.ts';
import { noStamp } from './stamp.ts';

export type PlaceDraft = Mutable<PlainPlace> & { tail: Tail | null; date: KnownDate | null };

const noHead: Head = { start: 0, end: 0, framing: 'headless', stamp: noStamp, host: null, process: '', strong: false };

export function newPlace(bytes: Buffer, heads: PlainHeads): PlaceDraft {
  const place: PlaceDraft = {
    tail: null,
    date: null,
    head: noHead,
    bytes,
    from: 0,
    message: 0,
    to: 0,
    line: 0,
    understood: false,
    stamp: () => (place.date === null || place.tail === null ? noStamp : heads.stamp(place.from, place.date, place.tail)),
  };
  return place;
}
