import type { Guid, Instant, Participant } from '#model/index.ts';
import { say } from '../sentence.ts';
import type { Scene } from '../context.ts';
import { proof } from '../evidence.ts';
import { limits } from '../limits.ts';
import { type Found, inEachSpace, type Rule } from '../rule.ts';
import { successions } from '../succession.ts';
import { listed, nameOf, times } from '../words.ts';

interface Presence {
  readonly person: Participant;
  readonly at: Instant;
}

interface Run {
  readonly name: string;
  readonly presences: readonly Presence[];
  readonly from: Instant;
  readonly to: Instant;
}

export const rejoinedRepeatedly: Rule = {
  code: 'rejoined-repeatedly',
  severity: 'warning',
  meaning:
    'Somebody joined the same space at least three times within 10 minutes, each time after having left. The same person is who has the same address or user; web guests, whose accounts change, who has the same display name. ' +
    'When it happens to several people at a time, they are told together.',
  check:
    "Why did the calls end (the log's causes are in the sentence)? For several people at a time: network, Call Bridge or firewall. For one: the device, or somebody who tries PINs.",
  look: inEachSpace(function* (scenes, space) {
    for (const group of atOneTime(runsOf(scenes))) yield* told(space.id, group);
  }),
};

function runsOf(scenes: readonly Scene[]): readonly Run[] {
  const people = scenes.flatMap(({ people: each }) => each).filter(({ joinedAt }) => joinedAt !== null);
  const byPerson = Map.groupBy(people, identity);
  const runs = [...byPerson].flatMap(([key, presences]) =>
    key === '' || presences.length < limits.succession.count ? [] : ofPerson(presences),
  );
  return runs.sort((a, b) => a.from - b.from);
}

/** Without letters' case; empty for somebody of whom the log gives no name. */
function identity({ leg, name }: Participant): string {
  const guestAccount = /^guest\d+(?:@|$)/iu.test(leg.user ?? name ?? '');
  return ((guestAccount ? leg.displayName : null) ?? name ?? '').toLowerCase();
}

function ofPerson(presences: readonly Participant[]): readonly Run[] {
  const inOrder = presences
    .flatMap((person) => (person.joinedAt === null ? [] : [{ person, at: person.joinedAt }]))
    .sort((a, b) => a.at - b.at);
  const oneByOne: Presence[] = [];
  for (const presence of inOrder) {
    const before = oneByOne.at(-1)?.person.leftAt;
    // A second device is in beside the first: that is no coming back.
    if (oneByOne.length === 0 || (before != null && before <= presence.at)) oneByOne.push(presence);
  }
  return successions(oneByOne, ({ at }) => at, limits.succession).flatMap((run) => {
    const [first] = run;
    const last = run.at(-1);
    return first === undefined || last === undefined ? [] : [{ name: nameOf(first.person), presences: run, from: first.at, to: last.at }];
  });
}

/** Runs that overlap. */
function atOneTime(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const group = groups.at(-1);
    if (group !== undefined && run.from <= end) group.push(run);
    else groups.push([run]);
    end = Math.max(end, run.to);
  }
  return groups;
}

function told(space: Guid | null, group: readonly Run[]): readonly Found[] {
  const [first] = group;
  if (first === undefined) return [];
  const all = group.flatMap(({ presences }) => presences);
  const to = group.reduce((last, run) => (run.to > last ? run.to : last), first.to);
  const each = group.map(({ name, presences }) => `${name} ${times(presences.length)}`);
  const who =
    group.length === 1 ? `${first.name} joined ${times(all.length)}` : `${group.length} people joined again and again (${listed(each)})`;
  return [
    {
      message: say`${who} between ${first.from} and ${to}; the calls before the last ended with: ${reasons(group)}.`,
      space,
      participants: all.map(({ person }) => person.id),
      from: first.from,
      to,
      evidence: proof(
        ...all.map(({ person }) => [person.joinedBy, person.leg.ended?.evidence ?? person.leftBy].filter((one) => one !== null)),
      ),
    },
  ];
}

/** Causes of all ends but the last, after which nobody came again. */
function reasons(group: readonly Run[]): string {
  const ends = group.flatMap(({ presences }) => presences.slice(0, -1).map(({ person }) => person.leftReason ?? 'no cause in the log'));
  const counts = [...Map.groupBy(ends, (reason) => reason)].sort(([, a], [, b]) => b.length - a.length);
  return listed(counts.map(([reason, all]) => `${reason} (${times(all.length)})`));
}
