/** The matcher for messages that are texts, because they had to be mended: they are written down as bytes, and read there. */
import { unbreakerOf } from './line-breaks.ts';
import type { Matcher } from './matcher.ts';
import { once } from './once.ts';
import type { Parsed, Stopped } from './parsed.ts';
import { isClosed } from './signs.ts';
import { createTextPage } from './text-page.ts';
import { type Leaf, leavesOf, type Tree } from './tree.ts';
import { isFree } from './wording.ts';

/** As a {@link Parser}; undefined = declined. */
export type TextMatcher = (process: string, message: string) => Parsed | null | undefined;

/** Messages of more lines are chevrotain's: every line is a place where they may end. */
const mostBreaks = 16;

/** A line that is spelled as a wording; places are characters of it. */
interface Spelled {
  readonly kind: 'spelled';
  readonly leaf: Leaf;
  readonly holes: readonly (readonly [from: number, to: number])[];
  readonly end: number;
}

/** A line that is no wording; where it stops, chevrotain tells. */
interface Astray {
  readonly kind: 'astray';
}
const astray: Astray = { kind: 'astray' };

export function textMatcherOf(matcher: Matcher, trees: readonly Tree[]): TextMatcher {
  const { match } = matcher;
  const write = createTextPage();
  const unbreak = unbreakerOf(trees);
  /** Behind these no wording goes on. */
  const final = once(() => new Set(leavesOf(trees, ({ edges }) => edges.length === 0)));

  const readLine = (process: string, line: string): Spelled | Stopped | Astray | null | undefined => {
    const root = matcher.rootOf(process);
    if (root === undefined) return null;
    const written = write(line);
    if (written === null) return undefined;
    const { bytes, length, isAscii } = written;
    const upTo = (at = 0): number => (isAscii ? at : bytes.toString('utf8', 0, at).length);
    matcher.read(root, bytes, 0, length);
    const { leaf, end, holes } = match;
    if (leaf === null) {
      const stop = matcher.stop();
      if (stop !== null) return { kind: 'stopped', at: upTo(stop.at), node: stop.node };
      return matcher.isNone() ? astray : undefined;
    }
    const places = leaf.slots.map((_, slot) => [upTo(holes[2 * slot]), upTo(holes[2 * slot + 1])] as const);
    return { kind: 'spelled', leaf, holes: places, end: upTo(end) };
  };

  /** Whether a wording that could end where a line does surely ends there: what stands behind it is prose. */
  const endsWithLine = ({ leaf, holes }: Spelled, line: string): boolean => {
    if (!final().has(leaf)) return false;
    const texts = holes.filter((_, slot) => isFree(leaf.slots[slot]?.type ?? 'int'));
    return leaf.wording.event === null || texts.every(([from, to]) => from < to && isClosed(line.slice(from, to)));
  };

  const readBroken: TextMatcher = (process, message) => {
    const line = unbreak(message);
    if (line === null || line.breaks.length > mostBreaks) return undefined;
    const { text, breaks, origin } = line;
    const understood = ({ leaf, holes, end }: Spelled): Parsed => {
      const slices = holes.map(([from, to]) => message.slice(origin(from), origin(to)));
      return { kind: 'understood', leaf, slices, end: origin(end) };
    };
    for (const at of breaks) {
      const read = readLine(process, text.slice(0, at));
      if (read === null || read === undefined) return read;
      if (read.kind === 'spelled') return endsWithLine(read, text) ? understood(read) : undefined;
    }
    const read = readLine(process, text);
    if (read === null) return null;
    if (read?.kind === 'spelled') return understood(read);
    return read?.kind === 'stopped' ? { ...read, at: origin(read.at) } : undefined;
  };

  return (process, message) => {
    if (message.includes('\n')) return readBroken(process, message);
    const read = readLine(process, message);
    if (read?.kind === 'astray') return undefined;
    if (read?.kind !== 'spelled') return read;
    return { kind: 'understood', leaf: read.leaf, slices: read.holes.map(([from, to]) => message.slice(from, to)), end: read.end };
  };
}
