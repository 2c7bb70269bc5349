import type { Instant, Participant } from '#model/index.ts';
import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { isExpected } from '../expected.ts';
import { hostTimeWithin } from '../host-time.ts';
import { limits } from '../limits.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { lockAt, type Scene, toleranceOf } from '../scene.ts';
import { evidenceOf, lengthOf, type Wait, waiters } from '../wait.ts';
import { namesOf, party } from '../words.ts';

interface Arrival {
  readonly person: Participant;
  readonly at: Instant;
}

export const arrivalReleasedNobody: Rule = {
  code: 'arrival-released-nobody',
  severity: 'warning',
  meaning:
    'Somebody joined and was active at once, but those who waited stayed in the lobby: probably neither guest nor host, which is what needsActivation left unset at every level gives. ' +
    'An error when --expect-host names the person: the host cannot let anybody in.',
  check:
    'Which access method did the person use, and which call leg profile does it have? needsActivation has to be explicitly false for a host: unset inherits, and where nothing sets it, it is not false. ' +
    'GET /callLegs/<id>/callLegProfileTrace.',
  look: inEachMeeting(function* (scene, { options }) {
    const [first, ...more] = arrivals(scene);
    if (first === undefined) return;
    const waits = scene.waits.filter((wait) => goesOn(scene, wait, first.at));
    const waiting = waiters(waits);
    const people = [first, ...more].map(({ person }) => person);
    const expected = people.some((person) => isExpected(person, options.expectHosts));
    const others = more.length === 0 ? '' : `; likewise ${namesOf(more.map(({ person }) => person))}`;
    yield {
      severity: expected ? 'error' : 'warning',
      message: say`${namesOf([first.person])} joined at ${first.at} and was active at once, but ${party(waiting)} stayed in the lobby: probably neither guest nor host${others}.`,
      space: scene.space.id,
      participants: [...people, ...waiting].map(({ id }) => id),
      from: first.at,
      to: first.person.leftAt,
      evidence: proof(first.person.joinedBy, ...waits.map(evidenceOf), ...more.map(({ person }) => person.joinedBy)),
    };
  }),
};

/** People of unknown role who were let in at once while somebody else waited, went on waiting, and no host was there. */
function arrivals(scene: Scene): readonly Arrival[] {
  const found: Arrival[] = [];
  const waits = scene.waits.filter(waitsForHost);
  let next = 0;
  let longest = Number.NEGATIVE_INFINITY;
  for (const arrival of activeArrivals(scene)) {
    for (let wait = waits[next]; wait !== undefined && wait.from < arrival.at - limits.release; wait = waits[++next]) {
      longest = Math.max(longest, wait.from + lengthOf(wait, scene.logEnd));
    }
    if (longest <= arrival.at + patience(scene)) continue;
    if (lockAt(scene.locks, arrival.at, limits.release) !== null) continue;
    if (hostTimeWithin(scene.hostTimes, arrival.at - toleranceOf(scene), arrival.at + toleranceOf(scene), 0) === null) found.push(arrival);
  }
  return found;
}

function activeArrivals({ people }: Scene): readonly Arrival[] {
  const all: Arrival[] = [];
  for (const person of people) {
    const active = person.intervals.find(({ state }) => state !== 'connecting');
    if (person.role !== 'unknown' || active?.state !== 'active' || active.cause.kind !== 'joined-active' || active.from === null) continue;
    all.push({ person, at: active.from });
  }
  return all.sort((a, b) => a.at - b.at);
}

function goesOn(scene: Scene, wait: Wait, at: number): boolean {
  return waitsForHost(wait) && wait.from < at - limits.release && wait.from + lengthOf(wait, scene.logEnd) > at + patience(scene);
}

function patience(scene: Scene): number {
  return Math.max(limits.goesOn, toleranceOf(scene));
}

/** Who was moved to the lobby by hand waits for nobody's arrival. */
function waitsForHost({ interval: { cause } }: Wait): boolean {
  return cause.kind === 'joined-without-activator' || cause.kind === 'last-activator-left';
}
