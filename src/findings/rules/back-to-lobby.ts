import type { LastHostLeft } from '#model/behaviour.ts';
import { type Sentence, say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { limits } from '../limits.ts';
import { type Found, inEachMeeting, type Rule } from '../rule.ts';
import type { Scene } from '../scene.ts';
import { lasting, nameOf, party, times } from '../words.ts';

/** So many are told one by one. */
const most = 3;

export const backToLobby: Rule = {
  code: 'back-to-lobby',
  severity: 'info',
  meaning:
    'The last host left, and the guests went back to the lobby: deactivationMode is deactivate. For information, as this is how meetings end; ' +
    'a warning when a host came again within 10 minutes, so that the meeting was interrupted.',
  check:
    "To keep guests in when the host drops out, raise deactivationModeTime, or set deactivationMode to remainActivated, in the guests' call leg profile.",
  look: inEachMeeting(function* (scene) {
    const all = scene.departures.filter(({ aftermath }) => aftermath === 'returned');
    if (all.length <= most) for (const departure of all) yield told(scene, departure);
    else yield together(scene, all);
  }),
};

function told(scene: Scene, departure: LastHostLeft): Found {
  const { effectAt, hostAgainAt } = departure;
  const host = scene.byId.get(departure.host ?? '');
  const guests = departure.guests.flatMap((id) => scene.byId.get(id) ?? []);
  const who = party(guests);
  const again = hostAgainAt === null ? '' : say`; a host was there again at ${hostAgainAt}`;
  const left =
    host === undefined || departure.at === null
      ? say`At ${effectAt} ${who} went back to the lobby, as the last host had left; the log does not tell who that was`
      : say`Host ${nameOf(host)} left at ${departure.at}, and ${who} went back to the lobby ${delay(departure)}`;
  return {
    severity: interrupts(departure) ? 'warning' : 'info',
    message: say`${left}${again}.`,
    space: scene.space.id,
    participants: [...(host === undefined ? [] : [host.id]), ...departure.guests],
    from: departure.at ?? effectAt,
    to: effectAt,
    evidence: departure.evidence,
  };
}

function delay({ delayMs, effectAt }: LastHostLeft): Sentence {
  if (delayMs === null) return say`at ${effectAt}, by the clock of another Call Bridge`;
  return delayMs < limits.release ? say`at once` : say`${lasting(delayMs)} later, at ${effectAt}`;
}

function interrupts({ hostAgainAt, effectAt }: LastHostLeft): boolean {
  return hostAgainAt !== null && hostAgainAt - effectAt <= limits.succession.within;
}

function together(scene: Scene, all: readonly LastHostLeft[]): Found {
  const first = all[0]?.effectAt ?? null;
  const last = all.at(-1)?.effectAt ?? null;
  const span = first === null || last === null ? '' : say`, first at ${first}, last at ${last}`;
  return {
    severity: all.some(interrupts) ? 'warning' : 'info',
    message: say`The last host left ${times(all.length)}, and each time guests went back to the lobby${span}.`,
    space: scene.space.id,
    participants: [...new Set(all.flatMap(({ host, guests }) => [...(host === null ? [] : [host]), ...guests]))],
    from: first,
    to: last,
    evidence: proof(...all.map(({ evidence }) => evidence.slice(0, 2))),
  };
}
