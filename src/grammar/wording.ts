/**
 * A wording is a message with holes: `call {call:int}: SIP call ringing`. This file has its form as written (options, choices) and its
 * normal form: flat variants without either, which is what trees, parsers and matchers are made from.
 */
import type { EventKind } from '#model/index.ts';

/**
 * What a hole holds. `text` and `uri` are free: they end where the wording goes on. The others are one token each.
 * A choice `{state:locked|unlocked}` is no type: it becomes one variant for each alternative.
 */
export type HoleType = 'text' | 'uri' | 'guid' | 'int' | 'duration' | 'ip';

export const holeTypes: readonly HoleType[] = ['text', 'uri', 'guid', 'int', 'duration', 'ip'];

/** A place in a grammar file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A word or a single sign, as CMS writes it. */
export interface Literal {
  readonly kind: 'literal';
  readonly text: string;
}

export interface Blank {
  readonly kind: 'blank';
}

/** A field, or `_` for what is read and not kept. */
export interface Hole {
  readonly kind: 'hole';
  readonly name: string;
  readonly type: HoleType;
}

export interface Choice {
  readonly kind: 'choice';
  readonly name: string;
  readonly alternatives: readonly (readonly (Literal | Blank)[])[];
}

export interface Optional {
  readonly kind: 'optional';
  readonly parts: readonly Part[];
}

export type Part = Literal | Blank | Hole | Choice | Optional;

export interface Wording {
  /** null = quiet: known, without meaning here. */
  readonly event: EventKind | null;
  readonly process: string;
  readonly parts: readonly Part[];
  readonly place: Place;
}

/** One step of a variant, and whether CMS writes a blank before it. */
export interface Step {
  readonly part: Literal | Hole;
  readonly blank: boolean;
}

/** A wording with its options and choices settled. */
export interface Variant {
  readonly wording: Wording;
  readonly steps: readonly Step[];
  /** Fields that the choices settled. */
  readonly constants: Readonly<Record<string, string>>;
}

/** Name of holes whose content is not kept. */
export const unnamed = '_';

/** More variants than this in one wording are a mistake, and would make trees large. */
export const variantLimit = 64;

/** Whether a hole is free text: its end depends on what follows. */
export function isFree(type: HoleType): type is 'text' | 'uri' {
  return type === 'text' || type === 'uri';
}

/**
 * How many steps of a variant make a message ours, even when it goes on otherwise: two, one of them a word, as in `call 7` and
 * `participant "`.
 */
export function stepsOfOurs(steps: readonly Step[]): number {
  const word = steps.findIndex(({ part }) => part.kind === 'literal' && /\w/.test(part.text));
  return word === -1 ? Number.POSITIVE_INFINITY : Math.max(2, word + 1);
}

interface Draft {
  readonly parts: (Literal | Blank | Hole)[];
  readonly constants: Readonly<Record<string, string>>;
}

/** All variants of a wording; options are taken before they are left out. Stops one above {@link variantLimit}. */
export function variantsOf(wording: Wording): Variant[] {
  let drafts: Draft[] = [{ parts: [], constants: {} }];
  for (const part of wording.parts) drafts = extend(drafts, part);
  return drafts.map((draft) => ({ wording, steps: stepsOf(draft.parts), constants: draft.constants }));
}

/** The drafts with one more part. NOTE: those that go on in one way only are lengthened in place. */
function extend(drafts: readonly Draft[], part: Part): Draft[] {
  const longer: Draft[] = [];
  for (const draft of drafts) {
    if (longer.length > variantLimit) break;
    longer.push(...continuations(draft, part));
  }
  return longer;
}

function continuations(draft: Draft, part: Part): Draft[] {
  switch (part.kind) {
    case 'choice':
      return part.alternatives.map((words) => ({
        parts: [...draft.parts, ...words],
        constants: part.name === unnamed ? draft.constants : { ...draft.constants, [part.name]: spelling(words) },
      }));
    case 'optional': {
      let taken: Draft[] = [{ ...draft, parts: [...draft.parts] }];
      for (const inner of part.parts) taken = extend(taken, inner);
      return [...taken, draft];
    }
    default:
      draft.parts.push(part);
      return [draft];
  }
}

function stepsOf(parts: readonly (Literal | Blank | Hole)[]): Step[] {
  const steps: Step[] = [];
  let blank = false;
  for (const part of parts) {
    if (part.kind === 'blank') {
      blank = true;
    } else {
      steps.push({ part, blank: blank && steps.length > 0 });
      blank = false;
    }
  }
  return steps;
}

function spelling(words: readonly (Literal | Blank)[]): string {
  return words
    .map((word) => (word.kind === 'blank' ? ' ' : word.text))
    .join('')
    .trim();
}
