/** When a host was there: the active times of all proven hosts, united. */
import type { Instant, Participant } from '#model/index.ts';
import { firstNotBefore } from './order.ts';

export interface HostTime {
  /** null = before the log starts. */
  readonly from: Instant | null;
  /** null = the log ends first. */
  readonly to: Instant | null;
  /** Who began it. */
  readonly first: Participant;
  /** Who ended it. */
  readonly last: Participant;
}

/** In order, without overlaps; linear in the hosts' intervals, apart from sorting. */
export function hostTimes(people: readonly Participant[]): readonly HostTime[] {
  const active = people
    .filter(({ role }) => role === 'host')
    .flatMap((host) =>
      host.intervals.filter(({ state }) => state === 'active').map(({ from, to }) => ({ from, to, first: host, last: host })),
    );
  active.sort((a, b) => startOf(a) - startOf(b));
  const united: HostTime[] = [];
  for (const time of active) {
    const open = united.at(-1);
    if (open === undefined || endOf(open) < startOf(time)) united.push(time);
    else if (endOf(time) > endOf(open)) united[united.length - 1] = { ...open, to: time.to, last: time.last };
  }
  return united;
}

/**
 * The first of the hosts' times that overlaps a stretch by more than a tolerance. The times are in order, so that the
 * search begins by halving.
 */
export function hostTimeWithin(times: readonly HostTime[], from: number, to: number, tolerance: number): HostTime | null {
  let index = firstNotBefore(times, from + tolerance, endOf);
  for (let time = times[index]; time !== undefined && startOf(time) < to - tolerance; time = times[++index]) {
    if (Math.min(endOf(time), to) - Math.max(startOf(time), from) > tolerance) return time;
  }
  return null;
}

export function startOf({ from }: Pick<HostTime, 'from'>): number {
  return from ?? Number.NEGATIVE_INFINITY;
}

export function endOf({ to }: Pick<HostTime, 'to'>): number {
  return to ?? Number.POSITIVE_INFINITY;
}
