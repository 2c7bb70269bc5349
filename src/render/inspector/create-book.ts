/** Entries → the book: made anew for each part of the log that has come, so that no key has to search. */
import type { InputSummary } from '#model/index.ts';
import { clockFace } from '#view/axis.ts';
import type { Lane } from '#view/picture.ts';
import type { Book, Entry, Filter, FindingList, Order, Scene, Scenes } from './book.ts';
import { personsOf } from './crowd.ts';
import { isFiltering, passes, passesMeeting } from './filter.ts';
import { arranged } from './list.ts';

export interface Known {
  readonly inputs: readonly InputSummary[];
  readonly entries: readonly Entry[];
  /** As they are listed. */
  readonly findings: FindingList;
  /** In which times are written. */
  readonly zone: string;
  readonly whole: boolean;
}

export function createBook({ inputs, entries, findings, zone, whole }: Known, scenes: Scenes): Book {
  const face = clockFace(zone);
  let listed: { readonly order: Order; readonly filter: Filter; readonly list: readonly Entry[] } | null = null;
  let laned: { readonly scene: Scene; readonly filter: Filter; readonly lanes: readonly Lane[] } | null = null;
  return {
    ...{ inputs, face, whole, entries },
    findings,
    byKey: new Map(entries.map((entry) => [entry.key, entry])),
    scene: (entry) => scenes.of(entry),
    list(order, filter) {
      if (listed === null || listed.order !== order || listed.filter !== filter) {
        const passing = isFiltering(filter) ? entries.filter(passesMeeting(filter, face)) : entries;
        listed = { order, filter, list: arranged(passing, order) };
      }
      return listed.list;
    },
    lanes(scene, filter) {
      if (laned === null || laned.scene !== scene || laned.filter !== filter) {
        laned = { scene, filter, lanes: lanesOf(scene, filter, passes(filter, face)) };
      }
      return laned.lanes;
    },
  };
}

function lanesOf({ picture, entry }: Scene, filter: Filter, isWanted: ReturnType<typeof passes>): readonly Lane[] {
  if (picture === null) return [];
  if (!isFiltering(filter)) return picture.lanes;
  const wanted = new Set([...personsOf(entry.crowd)].flatMap((person) => (isWanted(person) ? [person.id] : [])));
  return picture.lanes.filter(({ id }) => wanted.has(id));
}
