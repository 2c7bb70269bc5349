/** Finds record heads in text whose line breaks are taken out. */
import { callBridge, type FramingName } from '#model/index.ts';
import { dateSource, facilitySource, type HeadShape, headShapes, headSigns, priSource } from './headers.ts';
import { type Stamp, stampOf } from './stamp.ts';

/** A head, found: where it stands, and what it says. */
export interface Head {
  /** Its first character (PRI included), and the one behind it: there the message begins. */
  readonly start: number;
  readonly end: number;
  readonly framing: FramingName;
  readonly stamp: Stamp;
  readonly host: string | null;
  readonly process: string;
  /** false = counts only where a line begins. */
  readonly strong: boolean;
}

/** Where the lines of a text without breaks begin. */
export interface Lines {
  /** Weak heads count only where a line begins. */
  beginsAt(at: number): boolean;
  /** The beginnings of lines behind `from` and before `to`. */
  breaks(from: number, to: number): readonly number[];
}

/** A text that is one line. */
export const oneLine: Lines = { beginsAt: () => false, breaks: () => [] };

export interface HeadFinder {
  /** The first head that begins at `from` or later and before `to`, or null. */
  find(text: string, from: number, to: number, lines: Lines): Head | null;
  /** The head that stands exactly at `at`, or null. */
  at(text: string, at: number): Head | null;
}

/** How far behind its date a head may reach: what is nearer to the end of the text is not decided yet. */
export const headReach = 1024;

/** A head is not longer than this, where line breaks are in it. */
const spacedReach = 300;

/**
 * Expressions with a position are state, therefore one finder for each framer.
 * @param bridges - hosts that are Call Bridges: whose head names one of them counts anywhere
 */
export function createHeadFinder(bridges: readonly string[]): HeadFinder {
  const dates = new RegExp(dateSource, 'g');
  const dateHere = new RegExp(`(?:<\\d{1,3}>(?:1 ?)? {0,16})?${dateSource}`, 'y');
  const pri = new RegExp(priSource);
  const known: ReadonlySet<string | null> = new Set(bridges);
  const all = headShapes.map((shape) => ({ shape, pattern: new RegExp(shape.source, 'y') }));
  const byDigit = all.filter(({ shape }) => shape.begins !== 'letter');
  const byLetter = all.filter(({ shape }) => shape.begins !== 'digit');

  const headOf = (shape: HeadShape, pattern: RegExp, text: string, start: number): Head | null => {
    const needsBridge = shape.counts === 'with a Call Bridge';
    const head = needsBridge && known.size === 0 ? null : tryShape(shape, pattern, text, start);
    if (head !== null && !head.strong && known.has(head.host)) return { ...head, strong: true };
    return needsBridge ? null : head;
  };

  const at = (text: string, start: number): Head | null => {
    dateHere.lastIndex = start;
    if (!dateHere.test(text)) return null;
    const first = text.charCodeAt(start);
    const candidates = first === 0x3c ? all : first < 0x41 ? byDigit : byLetter;
    const isThere = lookFor(text, start);
    for (const { shape, pattern } of candidates) {
      if (!shape.needs.every((sign) => isThere(sign, shape.reach))) continue;
      const head = headOf(shape, pattern, text, start);
      if (head !== null) return head;
    }
    return null;
  };

  /** A head in which a line break took the blank between two words that cannot be told apart without it: host and process. */
  const spaced = (text: string, start: number, lines: Lines): Head | null => {
    const breaks = lines.breaks(start, start + spacedReach);
    if (breaks.length === 0) return null;
    let view = '';
    let taken = start;
    for (const at of [...breaks, Math.min(text.length, start + spacedReach)]) {
      view += `${text.slice(taken, at)} `;
      taken = at;
    }
    const head = at(view, 0);
    if (head === null) return null;
    const inserted = breaks.filter((place, index) => place - start + index < head.end).length;
    return { ...head, start, end: start + head.end - inserted };
  };

  const find: HeadFinder['find'] = (text, from, to, lines) => {
    dates.lastIndex = from;
    for (let date = dates.exec(text); date !== null; date = dates.exec(text)) {
      if (date.index >= to) return null;
      const before = pri.exec(text.slice(Math.max(from, date.index - 9), date.index));
      const start = date.index - (before?.[0].length ?? 0);
      const counts = (head: Head | null): Head | null => (head?.strong === true || lines.beginsAt(start) ? head : null);
      const head = counts(at(text, start)) ?? counts(spaced(text, start, lines)) ?? counts(before === null ? null : at(text, date.index));
      if (head !== null) return head;
      dates.lastIndex = date.index + 1;
    }
    return null;
  };
  return { find, at };
}

/** Whether a sign of {@link headSigns} stands in a text from a place on. */
function lookFor(text: string, start: number): (sign: number, reach: number) => boolean {
  const known = new Map<number, boolean>();
  return (sign, reach) => {
    const key = reach + sign;
    const before = known.get(key);
    if (before !== undefined) return before;
    const isThere = headSigns[sign]?.test(text.slice(start, start + reach)) === true;
    known.set(key, isThere);
    return isThere;
  };
}

function tryShape(shape: HeadShape, pattern: RegExp, text: string, start: number): Head | null {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  const parts = match?.groups;
  if (match === null || parts === undefined) return null;
  return {
    start,
    end: start + match[0].length,
    framing: framingOf(shape, parts),
    stamp: stampOf(parts),
    host: hostOf(parts['host']) ?? hostOfRelay(parts['relayHost'], parts['relayProcess']),
    process: parts['relayProcess'] === 'host' && parts['process'] === 'server' ? callBridge : processOf(shape, parts),
    strong: shape.counts === 'anywhere',
  };
}

function framingOf(shape: HeadShape, parts: Readonly<Record<string, string | undefined>>): FramingName {
  if (shape.framing === 'collector' && (parts['facility'] ?? parts['pri']) !== undefined) return 'relayed';
  if (shape.framing !== 'syslog') return shape.framing;
  if (parts['pri'] !== undefined) return 'syslog-pri';
  return parts['fraction'] === undefined ? 'syslog' : 'syslog-ms';
}

/** A head without a host names none. */
function hostOf(name: string | undefined): string | null {
  return name === undefined || name === '' ? null : name;
}

const facility = new RegExp(`^${facilitySource}$`);

function hostOfRelay(name: string | undefined, program: string | undefined): string | null {
  const host = name !== undefined && facility.test(name) ? program : name;
  return host === undefined || host === '-' ? null : host;
}

function processOf(shape: HeadShape, parts: Readonly<Record<string, string | undefined>>): string {
  const name = parts['process'] ?? parts['relayProcess'];
  if (name === undefined) return shape.framing === 'web-admin' ? callBridge : '';
  const plain = name.replaceAll(' ', '');
  return plain === '-' ? '' : plain;
}
