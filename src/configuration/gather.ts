/** Gathers the answers of many texts in their order, and remembers behind which space an access method or a member stands. */
import type { Notice, Place } from '#model/verdict.ts';
import { type Answer, type Counts, type RawList, type RawObject, readAnswer } from './answer.ts';
import { mendDocument } from './mend.ts';
import * as notice from './notices.ts';
import type { Passcodes } from './passcodes.ts';
import { type ProseHint, proseHints } from './prose.ts';
import { slices } from './slices.ts';
import type { AnswerText } from './text.ts';
import { traces } from './traces.ts';
import { type SpaceVersion, type SpaceVersions, spaceVersions } from './versions.ts';

/** An access method or a member, with what stands before it. */
export interface Child {
  readonly raw: RawObject;
  /** The space before it in the same input. */
  readonly after: SpaceVersion | null;
}

export interface ChildList {
  readonly list: RawList;
  readonly after: SpaceVersion | null;
}

export interface Gathered {
  readonly objects: readonly RawObject[];
  readonly lists: readonly RawList[];
  readonly spaces: SpaceVersions;
  readonly children: readonly Child[];
  readonly childLists: readonly ChildList[];
  readonly hints: readonly (ProseHint & { readonly place: Place })[];
  readonly notices: readonly Notice[];
  readonly counts: Counts;
  /** Inputs that hold nothing of the API. */
  readonly empty: readonly string[];
}

/** Takes texts one by one; nothing of them is kept but what matters. */
export interface Gatherer {
  add(source: AnswerText): void;
  finish(): Gathered;
}

/** A gatherer for one run: passcodes become tokens of the register that is given. */
export function gatherer(passcodes: Passcodes): Gatherer {
  const objects: RawObject[] = [];
  const lists: RawList[] = [];
  const spaces = spaceVersions();
  const children: Child[] = [];
  const childLists: ChildList[] = [];
  const hints: (ProseHint & { readonly place: Place })[] = [];
  const notices: Notice[] = [];
  const counts: Counts = { mended: new Map(), ignored: new Map() };
  const empty: string[] = [];

  /** @returns the space that the next answers of the text stand behind */
  const addAnswer = (answer: Answer, before: SpaceVersion | null): SpaceVersion | null => {
    let after = before;
    notices.push(...notice.ofAnswer(answer));
    for (const raw of answer.objects) {
      if (raw.kind === 'accessMethod' || raw.kind === 'coSpaceUser') children.push({ raw, after });
      else if (raw.kind !== 'coSpace') objects.push(raw);
      else {
        const version = spaces.add(raw);
        // Behind a list, "the space before" would be its last item: that means nothing.
        if (!raw.listed) after = version;
      }
    }
    const { list } = answer;
    if (list?.kind === 'accessMethod' || list?.kind === 'coSpaceUser') childLists.push({ list, after });
    else if (list !== null) lists.push(list);
    return after;
  };

  /** @returns whether the text held anything */
  const addText = (source: AnswerText): boolean => {
    const found = slices(source);
    found.reduce<SpaceVersion | null>((after, slice) => addAnswer(readAnswer(slice, passcodes, counts), after), null);
    const place = { input: source.input, line: source.line };
    if (/<!(?:DOCTYPE|ENTITY)/.test(source.text)) notices.push(notice.doctype(place));
    if (found.length === 0 && /<failureDetails/.test(source.text)) notices.push(notice.failure(place));
    return found.length > 0;
  };

  return {
    add(source) {
      const mended = { ...source, text: mendDocument(source.text, counts.mended) };
      const traced = traces(mended);
      // What stands in traces must not be read a second time, in pieces, as part of the log around it.
      const rest = traced.length === 0 ? mended : { ...mended, text: mended.text.replace(/API trace \d+:[^\n]*/g, '') };
      for (const hint of proseHints(rest.text)) hints.push({ ...hint, place: { input: source.input, line: source.line } });
      const held = [...traced, rest].map(addText);
      if (!held.includes(true)) empty.push(source.input);
    },
    finish: () => ({ objects, lists, spaces, children, childLists, hints, notices, counts, empty }),
  };
}
