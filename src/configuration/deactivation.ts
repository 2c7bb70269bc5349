/**
 * Whether the log shows the configured `deactivationMode` and its time (facts: the mode and the time can be read off the log).
 *
 *     host   ████████┤left
 *     guest  ████████·····░░░░     deactivate: back in the lobby, the time later
 *     guest  ████████·····┤left    disconnect
 *     guest  █████████████████     remainActivated
 */
import type { Finding } from '#model/finding.ts';
import type { Instant } from '#model/time.ts';
import type { Meeting, Participant, Space } from '#model/timeline.ts';
import { guestDeactivation } from './forecast.ts';
import { about, type Foreseen } from './foreseen.ts';

/** Milliseconds by which stamps may differ: whole seconds, rounded twice. */
const tolerance = 2000;
/** Milliseconds after the configured time at which somebody who is still active was plainly not deactivated. */
const patience = 10_000;

/** Findings about one meeting, one of each kind at most. */
export function deactivationFindings(space: Space, meeting: Meeting, foreseen: readonly Foreseen[]): readonly Finding[] {
  const departures = lastHostDepartures(meeting);
  const found = foreseen.flatMap((each) => ofGuest(each, departures));
  // One finding a kind and meeting: guests of one way in all behave alike.
  return [...new Set(found.map(({ code }) => code))].flatMap((code): readonly Finding[] => {
    const same = found.filter((each) => each.code === code);
    const [first] = same;
    if (first === undefined) return [];
    const who = same.length === 1 ? `"${first.participant.name ?? '?'}"` : `${same.length} guests`;
    return [
      {
        ...about(space, [...new Set(same.map(({ participant }) => participant))]),
        code,
        severity: 'warning',
        message: `${who} ${first.what}.`,
        evidence: same.flatMap(({ evidence }) => evidence).slice(0, 5),
      },
    ];
  });
}

interface Deviation {
  readonly code: 'deactivation-mode-differs' | 'deactivation-time-differs';
  readonly participant: Participant;
  readonly what: string;
  readonly evidence: Finding['evidence'];
}

function ofGuest({ participant, forecast }: Foreseen, departures: readonly Instant[]): readonly Deviation[] {
  if (participant.role !== 'guest') return [];
  const { mode, time } = guestDeactivation(forecast.candidates);
  if (mode === null) return [];
  const returns = participant.intervals.filter(({ state, cause }) => state === 'lobby' && cause.kind === 'last-activator-left');
  const deviations: Deviation[] = [];
  for (const { cause } of returns) {
    const deviates = (code: Deviation['code'], what: string): void => {
      deviations.push({ code, participant, what, evidence: cause.evidence });
    };
    if (mode !== 'deactivate')
      deviates('deactivation-mode-differs', `went back to the lobby when the last host left, although deactivationMode is ${mode}`);
    else if (time !== null && cause.delayMs !== null && Math.abs(cause.delayMs - time * 1000) > tolerance) {
      const seen = Math.round(cause.delayMs / 1000);
      deviates(
        'deactivation-time-differs',
        `went back to the lobby ${seen} s after the last host left, although deactivationModeTime is ${time}`,
      );
    }
  }
  if (mode !== 'remainActivated' && time !== null && returns.length === 0) {
    const stayed = departures.some((at) => wasActiveFrom(participant, at, at + time * 1000 + patience));
    const what = `stayed active after the last host had left, although deactivationMode is ${mode} (a host on a Call Bridge whose log is not here would explain it)`;
    if (stayed) deviations.push({ code: 'deactivation-mode-differs', participant, what, evidence: participant.roleEvidence });
  }
  return deviations;
}

function wasActiveFrom({ intervals }: Participant, from: number, to: number): boolean {
  return intervals.some(
    (interval) =>
      interval.state === 'active' && interval.from !== null && interval.from <= from && interval.to !== null && interval.to >= to,
  );
}

/** When the last host left, and nobody was there who might have been one. */
function lastHostDepartures({ participants }: Meeting): readonly Instant[] {
  return participants.flatMap(({ role, leftAt, id }) => {
    if (role !== 'host' || leftAt === null) return [];
    const others = participants.some((other) => other.id !== id && other.role !== 'guest' && isPerson(other) && isThere(other, leftAt));
    return others ? [] : [leftAt];
  });
}

function isPerson({ leg }: Participant): boolean {
  return leg.kind !== 'recorder' && leg.kind !== 'streamer';
}

function isThere({ joinedAt, leftAt }: Participant, at: Instant): boolean {
  return (joinedAt === null || joinedAt <= at) && (leftAt === null || leftAt > at);
}
