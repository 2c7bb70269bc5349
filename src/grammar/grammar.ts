/** From grammar files, or wordings checked before, to the grammar that reads records. */
import type { LogRecord, MessageParts } from '#model/index.ts';
import { walkOver } from './anchor-walk.ts';
import { anchorsOf, beginningsOf } from './anchors.ts';
import { checkFile, type Example } from './check.ts';
import { type Complaint, GrammarError, type GrammarSource } from './complaint.ts';
import { expectedAt } from './expected.ts';
import { reference } from './load-reference.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { once } from './once.ts';
import type { Parser } from './parsed.ts';
import { type RawGrammar, rawGrammarOf } from './raw-grammar.ts';
import { type Reading, readerOf } from './read.ts';
import { takerApart } from './take-apart.ts';
import { textMatcherOf } from './text-matcher.ts';
import { placeOf, plantTrees, type Tree } from './tree.ts';
import { type Variant, variantLimit, variantsOf, type Wording } from './wording.ts';

export interface Grammar {
  /**
   * Whether text[from..to) may hold a message worth reading: derived from the wordings, and never false for a message that `read` would
   * understand, as long as it is written without damage. Doubled and lost blanks are none.
   */
  mayMatter(text: string, from: number, to: number): boolean;
  /** How all messages begin of which `mayMatter` says yes, blanks left out: four signs, or the first alone; null = that may be any. */
  beginnings(): readonly string[] | null;
  /** Reads a record; never throws, in time linear to its length. */
  read(record: LogRecord): Reading;
  /** Reads undamaged records where they lie, as `read` does; null = every record has to be made first. */
  readonly raw: RawGrammar | null;
  /** The same for records that were mended, between which the others may be read. */
  readonly mended: RawGrammar | null;
  /** The message of a record that is read as an event, in the spelling of its wording; null for any other. */
  takeApart(record: LogRecord): MessageParts | null;
}

/**
 * The grammar of some files.
 * @param known wordings that were checked before: the package's own, where the bundle holds them.
 * @throws GrammarError with all complaints about the files.
 */
export function compileGrammar(sources: readonly GrammarSource[], known: readonly Wording[] = []): Grammar {
  return grammarOf(checkedWordings(sources, known));
}

/**
 * The known wordings and, behind them, those of some files, every one of these proved on its examples.
 * @throws GrammarError with all complaints about the files.
 */
export function checkedWordings(sources: readonly GrammarSource[], known: readonly Wording[] = []): readonly Wording[] {
  const { compile, NotationReader } = reference();
  const reader = new NotationReader();
  const files = sources.map((source) => checkFile(reader.read(source)));
  const wordings = [...known, ...files.flatMap((file) => file.wordings)];
  const { trees, complaints: clashes } = plantTrees(allVariants(wordings));
  const complaints = [...files.flatMap((file) => file.complaints), ...clashes];
  if (complaints.length === 0) {
    const examples = files.flatMap((file) => file.examples);
    complaints.push(...failures(compile(trees), examples));
  }
  if (complaints.length > 0) throw new GrammarError(inOrder(complaints, sources), sources);
  return wordings;
}

/** The grammar of wordings that were checked before. */
export function grammarOf(wordings: readonly Wording[]): Grammar {
  const variants = allVariants(wordings);
  const { trees, matcher, parser } = waysToRead(variants);
  // What was matched as text must not stand where bytes were: records that had to wait are read between two that did not.
  const parsers = [textMatcherOf(matcher, trees), parser];
  const anchors = anchorsOf(variants);
  return {
    mayMatter: walkOver(anchors),
    beginnings: once(() => beginningsOf(anchors)),
    read: readerOf(parsers),
    takeApart: takerApart(parsers),
    raw: rawGrammarOf(createMatcher(trees), trees),
    mended: rawGrammarOf(matcher, trees),
  };
}

/** Both executions of the same wordings: the quick one, which may decline, and the reference. */
export function waysToRead(variants: readonly Variant[]): {
  readonly trees: readonly Tree[];
  readonly matcher: Matcher;
  readonly parser: Parser;
} {
  const { trees } = plantTrees(variants);
  const compiled = once(() => reference().compileByNeed(trees));
  return { trees, matcher: createMatcher(trees), parser: (process, message) => compiled()(process, message) };
}

function allVariants(wordings: readonly Wording[]): Variant[] {
  return wordings.flatMap((wording) => variantsOf(wording).slice(0, variantLimit));
}

/** Examples that are not read, or by another wording than their own. */
function failures(parse: Parser, examples: readonly Example[]): Complaint[] {
  return examples.flatMap(({ text, wording, place }) => {
    const parsed = parse(wording.process, text);
    if (parsed?.kind === 'understood') {
      const { wording: reader } = parsed.leaf;
      return reader === wording ? [] : [{ place, reason: `this example is read by ${placeOf(reader)}, not by the wording above it` }];
    }
    const at = parsed?.at ?? 0;
    const expected = parsed === null ? 'something else' : expectedAt(parsed.node);
    return [{ place: { ...place, column: place.column + at }, reason: `this example is not read from here on: expected ${expected}` }];
  });
}

function inOrder(complaints: readonly Complaint[], sources: readonly GrammarSource[]): Complaint[] {
  const rank = (complaint: Complaint): number => sources.findIndex(({ name }) => name === complaint.place.file);
  return complaints.toSorted((a, b) => rank(a) - rank(b) || a.place.line - b.place.line || a.place.column - b.place.column);
}
