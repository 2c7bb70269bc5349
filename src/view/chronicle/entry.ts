/** What a chronicle is made of. */
import type { Evidence, Instant, Role } from '#model/index.ts';
import type { Sentence } from './sentence.ts';

export type EntryKind =
  | 'called'
  | 'joined'
  | 'let-in'
  | 'sent-back'
  | 'left'
  | 'lock'
  | 'configuration'
  | 'moved'
  | 'contradiction'
  | 'log-starts'
  | 'log-ends';

/** What happens to many alike, and changes nothing for others. */
export type Minor = 'waits' | 'waits-beside-host' | 'active' | 'state-unknown' | 'left' | 'gave-up' | 'left-lobby' | 'created';

/** One thing that happened, in one sentence with its full stop. */
export interface Entry {
  /** null = before the log. */
  readonly at: Instant | null;
  /** Of several things told as one, when the last of them happened; null = there is but one. */
  readonly until: Instant | null;
  readonly kind: EntryKind;
  /** Things that can be told together where there are many of them; null = a turn, which is always told by itself. */
  readonly minor: Minor | null;
  readonly sentence: Sentence;
  /** Ids. */
  readonly participants: readonly string[];
  /** The records that say so, in their order. */
  readonly evidence: readonly Evidence[];
}

/** Who somebody is, and on what that rests. */
export interface RoleEntry {
  readonly role: Role;
  readonly sentence: Sentence;
  readonly participants: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** Records of several changes: each once, those of an input in their order. */
export function together(lists: readonly (readonly Evidence[])[]): readonly Evidence[] {
  const seen = new Set<string>();
  const once = lists.flat().filter(({ input, line, text }) => {
    const key = `${input}\u0000${line}\u0000${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const inputs = [...new Set(once.map(({ input }) => input))];
  return inputs.flatMap((name) => once.filter(({ input }) => input === name).sort((a, b) => a.line - b.line));
}
