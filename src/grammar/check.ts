/** Blocks of grammar files → wordings and their examples, held against the vocabulary. */
import { type EventKind, type FieldType, vocabulary } from '#model/index.ts';
import { type Block, blocksOf } from './blocks.ts';
import { type Complaint, oneOf } from './complaint.ts';
import type { WrittenFile, WrittenHole, WrittenPart } from './notation.ts';
import {
  type Blank,
  type HoleType,
  holeTypes,
  isFree,
  type Literal,
  type Part,
  type Place,
  type Step,
  unnamed,
  variantLimit,
  variantsOf,
  type Wording,
} from './wording.ts';

/** A line that a wording must read. */
export interface Example {
  readonly text: string;
  readonly wording: Wording;
  readonly place: Place;
}

export interface Checked {
  readonly wordings: readonly Wording[];
  readonly examples: readonly Example[];
  readonly complaints: readonly Complaint[];
}

type Complain = (place: Place, reason: string) => void;
type Fields = Readonly<Record<string, FieldType>>;
type NamedHole = Extract<Part, { readonly kind: 'hole' | 'choice' }>;

/** The wordings of one file. Where its notation is broken, nothing can be said of its meaning. */
export function checkFile(file: WrittenFile): Checked {
  if (file.complaints.length > 0) return { wordings: [], examples: [], complaints: file.complaints };
  const { blocks, complaints: misplaced } = blocksOf(file.lines);
  const complaints: Complaint[] = [...misplaced];
  const complain: Complain = (place, reason) => {
    complaints.push({ place, reason });
  };
  const wordings: Wording[] = [];
  const examples: Example[] = [];
  for (const block of blocks) {
    const event = eventOf(block);
    if (event === undefined) {
      complain(block.place, `there is no event \`${block.event}\`; there is ${oneOf(likely(block.event ?? ''))}`);
      continue;
    }
    for (const written of block.wordings) {
      const wording: Wording = { event, process: block.process, parts: partsOf(written.parts, event, complain), place: written.place };
      for (const reason of mistakesOf(wording)) complain(written.place, reason);
      wordings.push(wording);
      for (const example of written.examples) examples.push({ ...example, wording });
    }
  }
  return { wordings, examples, complaints };
}

function eventOf({ event }: Block): EventKind | null | undefined {
  return event === null || isEventKind(event) ? event : undefined;
}

function isEventKind(name: string): name is EventKind {
  return Object.hasOwn(vocabulary, name);
}

/** Kinds that share a word with a misspelt one, else all of them. */
function likely(name: string): string[] {
  const kinds = Object.keys(vocabulary);
  const words = name.split('-').filter((word) => word.length > 2);
  const near = kinds.filter((kind) => kind.split('-').some((word) => words.includes(word)));
  return near.length > 0 ? near : kinds;
}

function partsOf(written: readonly WrittenPart[], event: EventKind | null, complain: Complain): Part[] {
  return written.map((part) => partOf(part, event, complain));
}

function partOf(part: WrittenPart, event: EventKind | null, complain: Complain): Part {
  switch (part.kind) {
    case 'blank':
      return part;
    case 'literal':
      complainOfWords([part], part.place, complain);
      return { kind: 'literal', text: part.text };
    case 'optional':
      return { kind: 'optional', parts: partsOf(part.parts, event, complain) };
    case 'hole': {
      const hole = holeOf(part);
      if (hole.kind === 'choice') for (const words of hole.alternatives) complainOfWords(words, part.place, complain);
      const reason = event === null || part.name === unnamed ? null : misfit(hole, event);
      if (reason !== null) complain(part.place, reason);
      return hole;
    }
  }
}

/** The expression that finds a word is some times as long, and V8 refuses enormous ones. */
const longestWord = 200;

function complainOfWords(words: readonly (Literal | Blank)[], place: Place, complain: Complain): void {
  for (const word of words) {
    if (word.kind !== 'literal') continue;
    if (/^[0-9]/.test(word.text)) complain(place, `numbers vary: write a hole for \`${word.text}\`, such as {_:int}`);
    if (word.text.length > longestWord)
      complain(place, `a word of ${word.text.length} characters is none of CMS: words have ${longestWord} at most`);
  }
}

function holeOf({ name, alternatives }: WrittenHole): NamedHole {
  const [first] = alternatives.length === 1 ? alternatives : [];
  const [word] = first?.length === 1 ? first : [];
  const type = holeTypes.find((known) => word?.kind === 'literal' && known === word.text);
  if (alternatives.length === 0 || type !== undefined) return { kind: 'hole', name, type: type ?? 'text' };
  const plain = alternatives.map((words) => words.map((part) => (part.kind === 'blank' ? part : { kind: part.kind, text: part.text })));
  return { kind: 'choice', name, alternatives: plain };
}

function misfit(hole: NamedHole, event: EventKind): string | null {
  const fields: Fields = vocabulary[event];
  const field = fields[hole.name];
  if (field === undefined) return `${event} has no field \`${hole.name}\`; it has ${fieldList(fields)}`;
  const wanted = typeOf(field);
  const given: HoleType = hole.kind === 'choice' ? 'text' : hole.type;
  if (wanted === given || (wanted === 'text' && (given === 'uri' || given === 'ip'))) return null;
  const is = hole.kind === 'choice' ? 'a choice of words' : `\`${given}\``;
  return `${hole.name} of ${event} is \`${wanted}\`, not ${is}: write {${hole.name}:${wanted}}`;
}

function typeOf(field: FieldType): HoleType {
  switch (field) {
    case 'guid?':
      return 'guid';
    case 'text?':
      return 'text';
    case 'uri?':
      return 'uri';
    default:
      return field;
  }
}

/** What is wrong with a wording as a whole. */
function mistakesOf(wording: Wording): Set<string> {
  const variants = variantsOf(wording);
  if (variants.length > variantLimit) return new Set([`this wording has more than ${variantLimit} variants: split it`]);
  return new Set(variants.flatMap(({ steps, constants }) => [...shapeMistakes(steps), ...fieldMistakes(wording.event, steps, constants)]));
}

function shapeMistakes(steps: readonly Step[]): string[] {
  const mistakes: string[] = [];
  const free = steps.map(({ part }) => part.kind === 'hole' && isFree(part.type));
  if (free[0] === true) mistakes.push('this wording begins with free text, so that every record would have to be read: begin with a word');
  if (free.some((text, index) => text && free[index + 1] === true)) {
    mistakes.push('two free texts stand side by side: nothing tells where the first one ends');
  }
  if (!steps.some(({ part }) => part.kind === 'literal')) mistakes.push('this wording has a variant without any word');
  return mistakes;
}

function fieldMistakes(event: EventKind | null, steps: readonly Step[], constants: Readonly<Record<string, string>>): string[] {
  if (event === null) return [];
  const names = Object.keys(constants);
  for (const { part } of steps) if (part.kind === 'hole' && part.name !== unnamed) names.push(part.name);
  const fields: Fields = vocabulary[event];
  const optional = Object.keys(fields).filter((name) => fields[name]?.endsWith('?'));
  const doubled = names.filter((name, index) => names.indexOf(name) !== index);
  const missing = Object.keys(fields).filter((name) => !names.includes(name) && !optional.includes(name));
  return [
    ...doubled.map((name) => `two holes are called \`${name}\``),
    ...missing.map((name) => `this wording can be without \`${name}\`, which every ${event} has${exceptions(optional)}`),
  ];
}

function exceptions(optional: readonly string[]): string {
  return optional.length === 0 ? '' : `; only ${oneOf(optional)} may be missing`;
}

function fieldList(fields: Fields): string {
  return Object.entries(fields)
    .map(([name, type]) => `${name} (${type})`)
    .join(', ');
}
