import type { Space } from '#model/index.ts';
import { say } from '../sentence.ts';
import type { Scene } from '../context.ts';
import { proof } from '../evidence.ts';
import { isExpected } from '../expected.ts';
import { limits } from '../limits.ts';
import { type Found, inEachSpace, type Rule } from '../rule.ts';
import { lockAt } from '../scene.ts';
import { evidenceOf, lengthOf, longestOf, type Wait, waiters } from '../wait.ts';
import { lasting, nameOf, times } from '../words.ts';

export const expectedHostDeactivated: Rule = {
  code: 'expected-host-deactivated',
  severity: 'error',
  meaning:
    'Somebody who is known to be a host (--expect-host) was put into the lobby: this call needed activation. For information where the conference was locked at that time, as a lock may hold hosts, too (lockMode all).',
  check:
    "Which way in did the host use, and which PIN? Does that access method (or the membership) have a call leg profile with needsActivation explicitly false? A profile that leaves it unset inherits the space's true.",
  look: inEachSpace((scenes, space, { options }) =>
    options.expectHosts.length === 0 ? [] : inOneSpace(space, scenes, options.expectHosts),
  ),
};

interface Held {
  readonly wait: Wait;
  readonly locked: boolean;
}

function* inOneSpace(space: Space, scenes: readonly Scene[], globs: readonly string[]): Iterable<Found> {
  const held = scenes.flatMap(({ waits, locks }) =>
    waits
      .filter(({ participant }) => isExpected(participant, globs))
      .map((wait): Held => ({ wait, locked: lockAt(locks, wait.from, limits.release) !== null })),
  );
  for (const [key, all] of Map.groupBy(held, ({ wait, locked }) => `${locked} ${nameOf(wait.participant).toLowerCase()}`)) {
    const waits = all.map(({ wait }) => wait);
    const longest = longestOf(waits, scenes[0]?.logEnd ?? null);
    const [first] = all;
    if (key === '' || first === undefined || longest === null) continue;
    yield told(space, first, longest, waits, scenes[0]?.logEnd ?? null);
  }
}

function told(space: Space, first: Held, longest: Wait, waits: readonly Wait[], logEnd: Scene['logEnd']): Found {
  const name = nameOf(first.wait.participant);
  const often = waits.length === 1 ? '' : ` ${times(waits.length)}, longest`;
  const until = longest.to === null ? '' : say` to ${longest.to}`;
  const length = lasting(lengthOf(longest, logEnd));
  const why = first.locked ? 'while the conference was locked' : 'so this call is a guest to the server';
  return {
    severity: first.locked ? 'info' : 'error',
    message: say`${name}, expected to be a host, waited in the lobby${often} ${length}, from ${longest.from}${until}, ${why}.`,
    space: space.id,
    participants: waiters(waits).map(({ id }) => id),
    from: first.wait.from,
    to: waits.at(-1)?.to ?? null,
    evidence: proof(evidenceOf(longest), ...waits.map(evidenceOf)),
  };
}
