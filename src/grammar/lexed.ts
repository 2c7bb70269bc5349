/** A message in tokens, and the questions that parsing asks of it: does a path read here, where does a free text end. */
import { firstWithout } from '#model/halving.ts';
import type { IToken, TokenType } from 'chevrotain';
import { isClosed } from './signs.ts';

/** A path with its words as tokens; see `Path` in `tree.ts`. */
export interface TokenPath {
  readonly tokens: readonly TokenType[];
  /** The paths that end the free text that follows; null = the message ends. */
  readonly into: readonly TokenPath[] | null;
}

export class LexedMessage {
  readonly text: string;
  private readonly tokens: readonly IToken[];

  constructor(text: string, tokens: readonly IToken[]) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The token that begins at this character, or the first one behind it. */
  indexAt(offset: number): number {
    return firstWithout(0, this.tokens.length, (place) => this.startOf(place) < offset);
  }

  /** Where a token begins; the end of the text behind the last one. */
  startOf(index: number): number {
    return this.tokens[index]?.startOffset ?? this.text.length;
  }

  /** Behind the last character of the token before. */
  endBefore(index: number): number {
    const token = this.tokens[index - 1];
    return token === undefined ? 0 : token.startOffset + token.image.length;
  }

  /** Whether the message may end before this token: there is none, or the input's line ended there. */
  mayEndBefore(index: number): boolean {
    if (index >= this.tokens.length) return true;
    return this.text.slice(this.endBefore(index), this.startOf(index)).includes('\n');
  }

  /** Whether only a line break lets a message end here: a text that ends it begins on the next line, as it is not empty. */
  private isLineAhead({ tokens, into }: TokenPath, index: number): boolean {
    return tokens.length === 0 && into === null && index < this.tokens.length;
  }

  /** The token behind a path that reads from here, or -1. */
  behind(path: TokenPath, index: number): number {
    for (const [ahead, type] of path.tokens.entries()) {
      if (this.tokens[index + ahead]?.tokenTypeIdx !== type.tokenTypeIdx) return -1;
    }
    const end = index + path.tokens.length;
    return path.into !== null || this.mayEndBefore(end) ? end : -1;
  }

  /** Whether a path reads from here, and the free text that it leads to has an end. */
  reads(path: TokenPath, index: number): boolean {
    const end = this.behind(path, index);
    return end !== -1 && (path.into === null || this.endOfText(path.into, end) !== -1);
  }

  /**
   * The token that ends a free text which begins here: the first place at which one of the paths reads; -1 = none does.
   * Where the message could end with it, because a line does, a text whose brackets and quotes are open is taken on to a line that
   * closes them, if there is one: `(Board (room 4\nsecond floor))`.
   */
  endOfText(paths: readonly TokenPath[], from: number): number {
    let open = -1;
    for (let index = from; index <= this.tokens.length; index++) {
      const path = paths.find((candidate) => this.behind(candidate, index) !== -1);
      if (path === undefined || (index === from && this.isLineAhead(path, index))) continue;
      if (path.into !== null) return open === -1 ? index : open;
      if (this.behind(path, index) >= this.tokens.length && open === -1) return index;
      if (isClosed(this.text.slice(this.endBefore(from), this.endBefore(index)))) return index;
      if (open === -1) open = index;
    }
    return open;
  }
}
