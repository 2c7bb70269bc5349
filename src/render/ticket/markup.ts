/** What a ticket's markup can say. */
import { shortenMiddle } from '#view/shorten.ts';

/** A name in a ticket: whole names of any length stand in the log lines. */
export function ticketName(name: string): string {
  return shortenMiddle(name, 80);
}

/** A piece of text: words of ours, or a text that the log gave. */
export type Piece = string | { readonly name: string };

export interface Markup {
  heading(text: readonly Piece[]): string;
  /** A paragraph, on one line. */
  text(pieces: readonly Piece[]): string;
  item(pieces: readonly Piece[]): string;
  strong(pieces: readonly Piece[]): string;
  table(head: readonly string[], rows: readonly (readonly (readonly Piece[])[])[]): readonly string[];
  /** Lines exactly as they are. */
  verbatim(lines: readonly string[]): readonly string[];
  image(file: string, text: string): string;
}
