/** What a growing log brought, in a few words. */
import type { Book, Entry } from './book.ts';
import { type Person, personsOf } from './crowd.ts';

/** null = nothing that can be seen. */
export function newsOf(before: Book, after: Book): string | null {
  const fresh = after.entries.filter(({ key }) => !before.byKey.has(key));
  const changes = after.entries.flatMap((entry) => {
    const known = before.byKey.get(entry.key);
    return known !== undefined && (known.people !== entry.people || known.changes !== entry.changes) ? [{ known, entry }] : [];
  });
  const gone = before.entries.filter(({ key }) => !after.byKey.has(key)).length;
  const more = after.findings.length - before.findings.length;
  const where = changes.length === 1 ? (changes[0]?.entry.title ?? '') : counted(changes.length, 'meeting');
  const parts = [
    fresh.length === 0 ? '' : counted(fresh.length, 'new meeting'),
    changes.length === 0 ? '' : `changes in ${where}${movesIn(changes)}`,
    gone === 0 ? '' : `${counted(gone, 'meeting')} no longer in the log`,
    more <= 0 ? '' : counted(more, 'more finding'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}

interface Changed {
  readonly known: Entry;
  readonly entry: Entry;
}

/** Who came, became active for the first time, and left, by their number; empty = other changes only. */
function movesIn(changes: readonly Changed[]): string {
  let joined = 0;
  let active = 0;
  let left = 0;
  for (const { known, entry } of changes) {
    const old = new Map<string, Person>();
    for (const person of personsOf(known.crowd)) old.set(person.lane, person);
    for (const { lane, states, to } of personsOf(entry.crowd)) {
      const person = old.get(lane);
      if (person === undefined) joined += 1;
      else if (states.includes('active') && !person.states.includes('active')) active += 1;
      if (to !== null && (person === undefined || person.to === null)) left += 1;
    }
  }
  const moves = [joined === 0 ? '' : `${joined} joined`, active === 0 ? '' : `${active} let in`, left === 0 ? '' : `${left} left`].filter(
    (move) => move !== '',
  );
  return moves.length === 0 ? '' : ` (${moves.join(', ')})`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
