/** A long chronicle made short: between two turns, minor things of one kind are told as one. */
import { duration } from '../duration.ts';
import { type Entry, type Minor, together } from './entry.ts';
import { listed, say, type Word } from './sentence.ts';

/** Up to so many entries, every one is told by itself. */
const most = 40;
/** Fewer of a kind are told by themselves. */
const few = 3;

export function shortened(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length <= most) return entries;
  const told: Entry[] = [];
  let minor: Entry[] = [];
  for (const entry of entries) {
    if (entry.minor !== null) minor.push(entry);
    else {
      told.push(...merged(minor), entry);
      minor = [];
    }
  }
  return [...told, ...merged(minor)];
}

function merged(minor: readonly Entry[]): readonly Entry[] {
  const groups = Map.groupBy(minor, (entry) => entry.minor);
  return [...groups]
    .flatMap(([kind, group]) => (kind === null || group.length <= few ? group : [merge(kind, group)]))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

const words: Readonly<Record<Minor, string>> = {
  waits: 'joined and had to wait in the lobby, as no host was there',
  'waits-beside-host': 'joined and had to wait in the lobby although a host was there',
  active: 'joined and were active at once',
  'state-unknown': 'joined in a state that the log does not tell',
  left: 'left',
  'gave-up': 'left without having been let in',
  'left-lobby': 'left from the lobby',
  created: 'participants were created through the API',
};

function merge(kind: Minor, group: readonly Entry[]): Entry {
  const [first] = group;
  const at = first?.at ?? null;
  const until = group.at(-1)?.at ?? null;
  // Whom each entry is about is the first name in its sentence.
  const names = distinct(group.flatMap(({ sentence }): readonly Word[] => sentence.filter((word) => typeof word !== 'string').slice(0, 1)));
  const within = at === null || until === null ? '' : `, within ${duration(until - at)}`;
  return {
    at,
    until,
    kind: first?.kind ?? 'joined',
    minor: kind,
    sentence: say`${String(group.length)} ${words[kind]}${within}: ${listed(names, 4)}.`,
    participants: group.flatMap(({ participants }) => participants),
    evidence: together(group.map(({ evidence }) => evidence)),
  };
}

/** Who came back is named once. */
function distinct(words: readonly Word[]): readonly Word[] {
  return [...new Map(words.map((word) => [typeof word === 'string' ? word : word.name, word])).values()];
}
