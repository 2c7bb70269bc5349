import type { Evidence, Instant } from '#model/index.ts';
import { say } from '../sentence.ts';
import type { Scene } from '../context.ts';
import { proof } from '../evidence.ts';
import { limits } from '../limits.ts';
import type { Found, Rule } from '../rule.ts';
import { lasting, times } from '../words.ts';

/** A release on one Call Bridge, and the joining on another that caused it. */
interface Pair {
  readonly ofHost: string;
  readonly ofGuest: string;
  /** ms from the joining to the release, by the two clocks. */
  readonly apart: number;
  readonly at: Instant;
  readonly evidence: readonly Evidence[];
}

export const clockSkew: Rule = {
  code: 'clock-skew',
  severity: 'warning',
  meaning:
    'The clocks of two Call Bridges differ: guests of one were released clearly before or after the host joined on the other, which happens within milliseconds. ' +
    'From half a second on for information, from 2 seconds on a warning. The number is an estimate.',
  check: 'The time of both servers (ntp status). Times of different hosts in this log are to be compared with care.',
  look() {
    const found: Pair[] = [];
    return {
      space(scenes) {
        for (const scene of scenes) found.push(...pairsOf(scene));
        return [];
      },
      end: () =>
        Map.groupBy(found, ({ ofHost, ofGuest }) => `${ofHost}\n${ofGuest}`)
          .values()
          .flatMap(told),
    };
  },
};

/** All pairs of two Call Bridges, in order. */
function told(pairs: readonly Pair[]): readonly Found[] {
  const sorted = pairs.toSorted((a, b) => a.apart - b.apart);
  const middle = sorted[sorted.length >> 1];
  const [first] = pairs;
  if (middle === undefined || first === undefined || Math.abs(middle.apart) < limits.clocksApart.info) return [];
  const order = middle.apart < 0 ? 'before' : 'after';
  return [
    {
      severity: Math.abs(middle.apart) < limits.clocksApart.warning ? 'info' : 'warning',
      message: say`By the clocks, guests on ${middle.ofGuest} were released ${lasting(middle.apart)} ${order} their host joined on ${middle.ofHost}: the two clocks are probably that far apart; seen ${times(pairs.length)}, first at ${first.at}.`,
      space: null,
      participants: [],
      from: first.at,
      to: pairs.at(-1)?.at ?? null,
      evidence: proof(...pairs.map(({ evidence }) => evidence)),
    },
  ];
}

/** Each arrival counts once for each Call Bridge on which it released somebody. */
function pairsOf({ people, byId }: Scene): readonly Pair[] {
  const found = new Map<string, Pair>();
  for (const { leg, intervals } of people) {
    for (const { from, cause } of intervals) {
      const host = byId.get(cause.by ?? '');
      if (cause.kind !== 'activator-joined' || from === null || host?.joinedAt == null) continue;
      if (leg.host === null || host.leg.host === null || leg.host === host.leg.host) continue;
      const key = `${host.id} ${leg.host}`;
      if (!found.has(key))
        found.set(key, { ofHost: host.leg.host, ofGuest: leg.host, apart: from - host.joinedAt, at: from, evidence: cause.evidence });
    }
  }
  return [...found.values()];
}
