import type { Participant } from '#model/index.ts';
import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { inEachSpace, type Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { namesOf } from '../words.ts';

export const everybodyActiveAtOnce: Rule = {
  code: 'everybody-active-at-once',
  severity: 'info',
  meaning:
    'In this meeting nobody waited, although at least two of those who were there are guests in other meetings of the space, and one of these was the first to join. ' +
    "Either that one came in as host this time, or the guests' profile did not apply.",
  check: "Did somebody change the space's call leg profile between the meetings? Did the first one use the host's address or PIN?",
  look: inEachSpace(function* (scenes, space) {
    const elsewhere = guestsOf(scenes);
    for (const scene of scenes) {
      const first = firstOf(scene);
      const known = scene.people.filter((person) => elsewhere.has(wayOf(person)));
      if (first?.joinedAt == null || known.length < 2 || !known.includes(first) || !isAllActive(scene)) continue;
      yield {
        message: say`Nobody waited in this meeting, from ${first.name ?? 'the first'} at ${first.joinedAt} on, although ${namesOf(known)} were guests in other meetings of this space.`,
        space: space.id,
        participants: known.map(({ id }) => id),
        ...scene.meeting.span,
        evidence: proof(
          first.joinedBy,
          ...known.map((person) => [person.joinedBy, elsewhere.get(wayOf(person))?.roleEvidence[0]].filter((one) => one != null)),
        ),
      };
    }
  }),
};

/** Proven guests, by the way they came in: another address may be the hosts'. */
function guestsOf(scenes: readonly Scene[]): ReadonlyMap<string, Participant> {
  const found = new Map<string, Participant>();
  for (const { guests } of scenes) for (const guest of guests) if (guest.name !== null) found.set(wayOf(guest), guest);
  return found;
}

function wayOf({ name, leg }: Participant): string {
  return `${name ?? ''} ${leg.dialled ?? ''}`.toLowerCase();
}

function firstOf({ meeting, people }: Scene): Participant | null {
  if (meeting.span.from === null) return null;
  return people.find(({ joinedAt }) => joinedAt === meeting.span.from) ?? null;
}

/** Everybody was let in at once, by the log, and nobody turned out to be a host or a guest. */
function isAllActive({ people }: Scene): boolean {
  return people.every(
    ({ role, intervals }) => role === 'unknown' && intervals.every(({ state }) => state === 'active' || state === 'connecting'),
  );
}
