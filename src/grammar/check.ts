/** Lines of grammar files → wordings and their examples, held against the vocabulary. */
import { callBridge, vocabulary, type EventKind, type FieldType } from '#model/index.ts';
import { oneOf, type Complaint } from './complaint.ts';
import type { WrittenHole, WrittenLine, WrittenPart } from './notation.ts';
import { holeTypes, isFree, unnamed, variantLimit, variantsOf, type HoleType, type Part, type Place, type Wording } from './wording.ts';

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

interface Block {
  /** null = quiet; undefined = an event that does not exist, already complained about. */
  readonly event: EventKind | null | undefined;
  readonly place: Place;
  process: string;
  wordings: number;
}

/** The wordings of one file. */
export function checkFile(lines: readonly WrittenLine[]): Checked {
  const wordings: Wording[] = [];
  const examples: Example[] = [];
  const complaints: Complaint[] = [];
  const complain = (place: Place, reason: string): void => {
    complaints.push({ place, reason });
  };
  let fileProcess: string = callBridge;
  let block: Block | null = null;
  let last: Wording | null = null;
  let shown = true;

  const close = (): void => {
    if (last !== null && !shown) complain(last.place, 'has no example: write one below it, as CMS logs it, behind `>`');
    last = null;
    shown = true;
  };
  const open = (event: Block['event'], place: Place): Block => {
    close();
    if (block?.wordings === 0) complain(block.place, 'has no wording below it');
    return { event, place, process: fileProcess, wordings: 0 };
  };

  for (const line of lines) {
    switch (line.kind) {
      case 'event':
        block = open(isEventKind(line.name) ? line.name : undefined, line.place);
        if (block.event === undefined) complain(line.place, `\`${line.name}\` is no event; there are ${oneOf(likely(line.name))}`);
        break;
      case 'quiet':
        block = open(null, line.place);
        break;
      case 'process':
        if (!line.inBlock) fileProcess = line.name;
        else if (block === null) complain(line.place, 'belongs into a block; at the start of a line it holds for the file');
        else block.process = line.name;
        break;
      case 'wording':
        close();
        if (block === null) {
          complain(line.place, 'stands in no block: begin one with `event <kind>` or `quiet`');
        } else {
          block.wordings++;
          shown = block.event === undefined;
          if (block.event === undefined) break;
          last = { event: block.event, process: block.process, parts: partsOf(line.parts, block.event, complain), place: line.place };
          for (const reason of mistakesOf(last)) complain(line.place, reason);
          wordings.push(last);
        }
        break;
      case 'example':
        shown = true;
        if (last !== null) examples.push({ text: line.text, wording: last, place: line.place });
        else if (block?.event !== undefined || block === null) complain(line.place, 'is an example of nothing: it belongs below its wording');
        break;
    }
  }
  open(null, { file: '', line: 0, column: 0 });
  return { wordings, examples, complaints };
}

type Complain = (place: Place, reason: string) => void;

function partsOf(written: readonly WrittenPart[], event: EventKind | null, complain: Complain): Part[] {
  return written.map((part): Part => {
    switch (part.kind) {
      case 'blank':
        return part;
      case 'literal':
        if (/^[0-9]/.test(part.text)) complain(part.place, `numbers vary: write a hole for \`${part.text}\`, such as {_:int}`);
        return { kind: 'literal', text: part.text };
      case 'optional':
        return { kind: 'optional', parts: partsOf(part.parts, event, complain) };
      case 'hole': {
        const hole = holeOf(part);
        const reason = event === null || part.name === unnamed ? null : misfit(hole, event);
        if (reason !== null) complain(part.place, reason);
        return hole;
      }
    }
  });
}

type Field = Extract<Part, { kind: 'hole' | 'choice' }>;

function holeOf({ name, alternatives }: WrittenHole): Field {
  const word = alternatives.length === 1 && alternatives[0]?.length === 1 ? alternatives[0][0] : undefined;
  const type = word?.kind === 'literal' ? holeTypes.find((known) => known === word.text) : undefined;
  if (alternatives.length === 0 || type !== undefined) return { kind: 'hole', name, type: type ?? 'text' };
  const plain = alternatives.map((words) => words.map((part) => (part.kind === 'blank' ? part : { kind: part.kind, text: part.text })));
  return { kind: 'choice', name, alternatives: plain };
}

function misfit(hole: Field, event: EventKind): string | null {
  const fields: Readonly<Record<string, FieldType>> = vocabulary[event];
  const field = fields[hole.name];
  if (field === undefined) return `${event} has no field \`${hole.name}\`; it has ${fieldList(fields)}`;
  const wanted = baseOf(field);
  const given: HoleType = hole.kind === 'choice' ? 'text' : hole.type;
  if (wanted === given || (wanted === 'text' && (given === 'uri' || given === 'ip'))) return null;
  const is = hole.kind === 'choice' ? 'a choice of words' : `\`${given}\``;
  return `${hole.name} of ${event} is a ${wanted}, not ${is}: write {${hole.name}:${wanted}}`;
}

/** What is wrong with a wording as a whole. */
function mistakesOf(wording: Wording): string[] {
  const variants = variantsOf(wording);
  if (variants.length > variantLimit) return [`has more than ${variantLimit} variants: split it into several wordings`];
  const mistakes = new Set<string>();
  for (const { steps, constants } of variants) {
    const names = [...Object.keys(constants)];
    let freeBefore = true;
    for (const [index, { part }] of steps.entries()) {
      const free = part.kind === 'hole' && isFree(part.type);
      if (free && index === 0) mistakes.add('begins with free text, so that every record would have to be read: begin with a word');
      else if (free && freeBefore) mistakes.add('has two free texts side by side: nothing tells where the first one ends');
      freeBefore = free;
      if (part.kind === 'hole' && part.name !== unnamed) names.push(part.name);
    }
    if (!steps.some(({ part }) => part.kind === 'literal')) mistakes.add('has a variant without any word');
    for (const name of names) if (names.indexOf(name) !== names.lastIndexOf(name)) mistakes.add(`has two holes named \`${name}\``);
    for (const reason of missing(wording.event, names)) mistakes.add(reason);
  }
  return [...mistakes];
}

function missing(event: EventKind | null, names: readonly string[]): string[] {
  if (event === null) return [];
  const fields: Readonly<Record<string, FieldType>> = vocabulary[event];
  return Object.entries(fields)
    .filter(([name, type]) => !type.endsWith('?') && !names.includes(name))
    .map(([name]) => `does not always say \`${name}\`, which each ${event} has; only ${optionalOf(fields)} may be missing`);
}

function optionalOf(fields: Readonly<Record<string, FieldType>>): string {
  return oneOf(Object.keys(fields).filter((name) => fields[name]?.endsWith('?')));
}

function fieldList(fields: Readonly<Record<string, FieldType>>): string {
  return Object.entries(fields)
    .map(([name, type]) => `${name} (${type})`)
    .join(', ');
}

function baseOf(type: FieldType): HoleType {
  switch (type) {
    case 'guid?':
      return 'guid';
    case 'text?':
      return 'text';
    case 'uri?':
      return 'uri';
    default:
      return type;
  }
}

function isEventKind(name: string): name is EventKind {
  return Object.hasOwn(vocabulary, name);
}

/** Kinds that share a word with a misspelt one, else all of them. */
function likely(name: string): string[] {
  const kinds = Object.keys(vocabulary);
  const words = name.split('-').filter((word) => word.length > 2);
  const near = kinds.filter((kind) => words.some((word) => kind.split('-').includes(word)));
  return near.length > 0 ? near : kinds;
}
