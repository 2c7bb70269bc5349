/** What is wrong with grammar files: every complaint with its place, the line, a caret and the reason. */
import type { Place } from './wording.ts';

export interface GrammarSource {
  /** The path, as shown in complaints. */
  readonly name: string;
  readonly text: string;
}

export interface Complaint {
  readonly place: Place;
  /** The whole sentence: what is wrong, and what is expected or exists. */
  readonly reason: string;
}

/** Thrown when grammar files cannot be used; `message` shows all complaints, in the order of the files. */
export class GrammarError extends Error {
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[], sources: readonly GrammarSource[]) {
    super(complaints.map((complaint) => show(complaint, sources)).join('\n'));
    this.name = 'GrammarError';
    this.complaints = complaints;
  }
}

function show({ place, reason }: Complaint, sources: readonly GrammarSource[]): string {
  const head = `${place.file}:${place.line}:${place.column}: ${reason}`;
  const line = linesOf(sources.find((source) => source.name === place.file)?.text ?? '')[place.line - 1];
  if (line === undefined) return head;
  const margin = line.slice(0, place.column - 1).replace(/[^\t]/g, ' ');
  return `${head}\n  ${line}\n  ${margin}^`;
}

/** The lines of a grammar file. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

/** `a, b or c` — at most `limit` of them. */
export function oneOf(words: readonly string[], limit = 8): string {
  if (words.length > limit) return `${words.slice(0, limit).join(', ')} … (${words.length - limit} more)`;
  const last = words.at(-1) ?? 'nothing';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
