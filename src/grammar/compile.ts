/**
 * The trees of all wordings → one chevrotain parser: a rule for each branching place of a tree, holding the steps that lead to the next.
 * (A rule for each wording would ask all of them; one rule for a whole tree is beyond chevrotain's 256 indices a rule.)
 */
import { EmbeddedActionsParser, EOF, type IToken, type ParserMethod } from 'chevrotain';
import { beginningOf, mayGoOn, only } from './beginning.ts';
import { LexedMessage, type TokenPath } from './lexed.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { once } from './once.ts';
import type { Parsed, Parser } from './parsed.ts';
import { type Edge, type FixedMatch, type Leaf, type Node, type Path, pathsFrom, pathsOver, type Tree } from './tree.ts';

/** Compiles the trees as a whole, with all that chevrotain has to say about a grammar; takes some 100 ms. */
export function compile(trees: readonly Tree[]): Parser {
  const lexicon = lexiconOf(trees);
  const parser = new WordingParser(trees, lexicon, false);
  return (process, message) => parser.parse(process, message, lexicon.lexer.tokenize(message).tokens);
}

/** So many parts cost as much as the whole. */
const mostParts = 12;

/**
 * Compiles trees that were compiled as a whole before: only what begins like a message, when such a message comes, for a log that is hardly
 * damaged asks for little of it.
 */
export function compileByNeed(trees: readonly Tree[]): Parser {
  const lexicon = lexiconOf(trees, true);
  const roots = new Map(trees.map(({ process, root }) => [process, root]));
  const whole = once(() => new WordingParser(trees, lexicon, true));
  const parts = new Map<number, WordingParser>();
  return (process, message) => {
    const root = roots.get(process);
    if (root === undefined) return null;
    const { tokens } = lexicon.lexer.tokenize(message);
    const { taken, node } = beginningOf(root, tokens, lexicon);
    const next = tokens[taken.length];
    if (!mayGoOn(node, next, lexicon)) return { kind: 'stopped', at: next?.startOffset ?? message.length, node };
    let part = parts.get(node.id);
    if (part === undefined) {
      if (parts.size >= mostParts) return whole().parse(process, message, tokens);
      part = new WordingParser([{ process, root: only(taken, node), nodeCount: 0 }], lexicon, true);
      parts.set(node.id, part);
    }
    return part.parse(process, message, tokens);
  };
}

type Rule = ParserMethod<[], void>;

interface Branch {
  readonly edge: Edge;
  readonly rule: Rule;
}

class WordingParser extends EmbeddedActionsParser {
  private readonly lexicon: Lexicon;
  private readonly starts = new Map<string, { readonly rule: Rule; readonly root: Node }>();
  private readonly paths = new Map<number, readonly TokenPath[]>();

  // The message being parsed.
  private message = new LexedMessage('', []);
  private slices: string[] = [];
  private reached: Node | null = null;
  private found: { readonly leaf: Leaf; readonly end: number } | null = null;

  constructor(trees: readonly Tree[], lexicon: Lexicon, proved: boolean) {
    super([...lexicon.vocabulary], { maxLookahead: 1, recoveryEnabled: false, skipValidations: proved });
    this.lexicon = lexicon;
    for (const { process, root } of trees) this.starts.set(process, { rule: this.ruleAt(root), root });
    this.performSelfAnalysis();
  }

  parse(process: string, text: string, tokens: IToken[]): Parsed | null {
    const start = this.starts.get(process);
    if (start === undefined) return null;
    // NOTE: chevrotain pads the tokens that it is given with sentinels.
    this.message = new LexedMessage(text, tokens.slice());
    this.slices = [];
    this.reached = null;
    this.found = null;
    this.input = tokens;
    withoutStackTraces(() => start.rule.call(this));
    return this.outcome(start.root);
  }

  private outcome(root: Node): Parsed {
    const [error] = this.errors;
    if (error === undefined && this.found !== null) return { kind: 'understood', ...this.found, slices: this.slices };
    const at = this.offsetOf(error?.token);
    return { kind: 'stopped', at, node: this.reached ?? root };
  }

  /** The rule that reads on from a place of the tree; those behind it are defined before. */
  private ruleAt(start: Node): Rule {
    const chain: Edge[] = [];
    let end = start;
    for (let [only] = end.edges; only !== undefined && end.edges.length === 1 && end.leaf === null; [only] = end.edges) {
      chain.push(only);
      end = only.to;
    }
    const branches = end.edges.map((edge) => ({ edge, rule: this.ruleAt(edge.to) }));
    return this.RULE(`from${start.id}`, () => {
      for (const [index, edge] of chain.entries()) this.take(index, edge);
      if (branches.length === 0) this.finish(end);
      else this.branch(chain.length, end, branches);
    });
  }

  private branch(index: number, node: Node, branches: readonly Branch[]): void {
    const alternatives = branches.map(({ edge, rule }, branch) => {
      const take = (): void => {
        this.take(index + branch, edge);
        this.subrule(branch, rule);
      };
      if (edge.match.kind === 'free') return { ALT: take, IGNORE_AMBIGUITIES: true };
      return isInDoubt(node) ? { ALT: take, GATE: this.readsOn(edge) } : { ALT: take };
    });
    const finish = (): void => this.finish(node);
    if (node.leaf === null) this.or(0, alternatives);
    else this.or(0, [...alternatives, { ALT: finish, IGNORE_AMBIGUITIES: true }]);
  }

  /** Whether a word really goes on as one of its wordings, where text or the end of the message could stand in its place. */
  private readsOn(edge: Edge): () => boolean {
    const paths = pathsOver(edge).map((path) => this.tokenPath(path));
    return () => {
      const here = this.here();
      return paths.some((path) => this.message.reads(path, here));
    };
  }

  private take(index: number, { match, to }: Edge): void {
    if (match.kind === 'free') this.takeText(index, to);
    else this.takeToken(index, match);
    this.ACTION(() => {
      this.reached = to;
    });
  }

  private takeToken(index: number, match: FixedMatch): void {
    const token = this.consume(index, this.lexicon.tokenOf(match));
    if (match.kind === 'token') this.ACTION(() => this.slices.push(token.image));
  }

  /** Free text: all tokens up to the first place where the wording reads on. */
  private takeText(index: number, next: Node): void {
    let end = Number.POSITIVE_INFINITY;
    this.ACTION(() => {
      const from = this.here();
      const stop = this.message.endOfText(this.pathsAt(next), from);
      end = stop === -1 ? end : this.message.startOf(stop);
      this.slices.push(stop === -1 ? '' : this.message.text.slice(this.message.endBefore(from), this.message.endBefore(stop)));
    });
    this.many(index, { GATE: () => this.offsetOf(this.LA(1)) < end, DEF: () => this.consume(index, this.lexicon.any) });
  }

  /** The end of a wording; lines behind it are not part of it. */
  private finish({ leaf }: Node): void {
    let ended = false;
    this.ACTION(() => {
      const here = this.here();
      ended = this.message.mayEndBefore(here);
      if (leaf !== null) this.found = { leaf, end: this.message.endBefore(here) };
    });
    this.many(255, { GATE: () => ended, DEF: () => this.consume(255, this.lexicon.any) });
  }

  /** The index of the next token. */
  private here(): number {
    return this.message.indexAt(this.offsetOf(this.LA(1)));
  }

  private offsetOf(token: IToken | undefined): number {
    return token === undefined || token.tokenType === EOF ? this.message.text.length : token.startOffset;
  }

  private pathsAt(node: Node): readonly TokenPath[] {
    const known = this.paths.get(node.id);
    if (known !== undefined) return known;
    const paths = pathsFrom(node).map((path) => this.tokenPath(path));
    this.paths.set(node.id, paths);
    return paths;
  }

  private tokenPath({ steps, into }: Path): TokenPath {
    return { tokens: steps.map(({ match }) => this.lexicon.tokenOf(match)), into: into === null ? null : this.pathsAt(into) };
  }
}

/** Whether a word that stands at a place need not be one of the wording's: free text could be there, or lines behind the message. */
function isInDoubt(node: Node): boolean {
  return node.leaf !== null || (node.edges.length > 1 && node.edges.some(({ match }) => match.kind === 'free'));
}

/** Most misses throw inside chevrotain, and their stack traces would cost more than the parsing. */
function withoutStackTraces(act: () => void): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    act();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
