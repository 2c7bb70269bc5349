import type { Participant } from '#model/index.ts';
import { say } from '../sentence.ts';
import { proof, traceOf } from '../evidence.ts';
import { inEachSpace, type Rule } from '../rule.ts';
import { counted } from '../words.ts';

/** So many people tell something of a space. */
const enough = 3;

export const nobodyNeededActivation: Rule = {
  code: 'nobody-needed-activation',
  severity: 'info',
  meaning:
    'In the whole log nobody in this space was ever put into the lobby: no guest profile seems to apply, or a host was always there first. Said of spaces with at least three people whose states the log tells.',
  check: 'If guests should wait: does the space, its tenant or the system have a call leg profile with needsActivation true?',
  look: inEachSpace(function* (scenes, space) {
    const people = scenes.flatMap((scene) => scene.people);
    const told = people.filter(isActive);
    const first = told[0]?.joinedAt ?? null;
    const last = told.at(-1)?.joinedAt ?? null;
    if (space.id === null || told.length < enough || told.length < people.length || first === null || last === null) return;
    yield {
      message: say`Nobody ever waited in this space: ${counted(told.length, 'person', 'people')} in ${counted(scenes.length, 'meeting')} from ${first} to ${last} were active at once.`,
      space: space.id,
      participants: [],
      from: first,
      to: last,
      evidence: proof(...told.slice(0, enough).map(traceOf)),
    };
  }),
};

function isActive({ role, intervals }: Participant): boolean {
  return (
    role !== 'guest' &&
    intervals.some(({ state }) => state === 'active') &&
    intervals.every(({ state }) => state === 'active' || state === 'connecting')
  );
}
