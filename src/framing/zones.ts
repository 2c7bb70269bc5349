/** Zones by name: what has to be added to a local time to get UTC. */
import { firstWithout } from '#model/halving.ts';
import { FixedOffsetZone, IANAZone, type Zone as LuxonZone } from 'luxon';
import type { ZoneBasis } from '#model/index.ts';
import type { Zone } from './clock.ts';

const minute = 60_000;
const day = 86_400_000;

/** UTC, because nothing says otherwise. */
export const assumedZone: Zone = { name: 'UTC', basis: 'assumed', offsets: () => [0] };

/** A zone that is always so many minutes east of UTC. */
export function fixedZone(minutesEast: number, basis: ZoneBasis): Zone {
  const add = -minutesEast * minute;
  return { name: FixedOffsetZone.instance(minutesEast).name === 'UTC' ? 'UTC' : offsetName(minutesEast), basis, offsets: () => [add] };
}

function offsetName(minutesEast: number): string {
  const size = Math.abs(minutesEast);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `UTC${minutesEast < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * The zone that a user named: IANA (`Europe/Vienna`), or an offset (`+02:00`, `UTC-4`).
 * @returns null when there is no zone of that name
 */
export function zoneByName(name: string, basis: ZoneBasis): Zone | null {
  if (/^(?:utc|gmt|z)$/iu.test(name)) return { name: 'UTC', basis, offsets: () => [0] };
  const fixed = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/iu.exec(name);
  if (fixed !== null) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? '0');
    return minutes > 14 * 60 ? null : fixedZone(fixed[1] === '-' ? -minutes : minutes, basis);
  }
  const zone = IANAZone.create(name);
  return zone.isValid ? { name, basis, offsets: offsetsOf(zone) } : null;
}

/** Asks luxon once a day of the log; only around a change of the clocks once a stamp. */
function offsetsOf(zone: LuxonZone): Zone['offsets'] {
  let quiet: { readonly day: number; readonly add: number } | null = null;
  return (local) => {
    const today = Math.floor(local / day);
    if (quiet?.day === today) return [quiet.add];
    const before = -zone.offset((today - 1) * day) * minute;
    const after = -zone.offset((today + 2) * day) * minute;
    if (before === after) {
      quiet = { day: today, add: before };
      return [before];
    }
    return aroundChange(zone, local, before, after);
  };
}

/** An hour that happens twice has both offsets, the first first; one that is skipped is moved on by the offset of before. */
function aroundChange(zone: LuxonZone, local: number, before: number, after: number): readonly [number] | readonly [number, number] {
  const holds = (add: number): boolean => -zone.offset(local + add) * minute === add;
  if (holds(before) && holds(after)) return before <= after ? [before, after] : [after, before];
  return [holds(after) ? after : before];
}

/** A zone whose clocks were changed while the log ran, known by moments in UTC and their offsets, in order. */
export function changingZone(moments: readonly { readonly utc: number; readonly offset: number }[], basis: ZoneBasis): Zone {
  const offsets = [...new Set(moments.map(({ offset }) => offset))];
  const offsetAt = (utc: number): number => {
    const low = firstWithout(0, moments.length, (place) => (moments[place]?.utc ?? 0) < utc);
    const after = moments[low];
    const before = moments[low - 1];
    if (before === undefined || after === undefined) return (before ?? after)?.offset ?? 0;
    return utc - before.utc <= after.utc - utc ? before.offset : after.offset;
  };
  return {
    name: offsets.map(offsetName).join(', then '),
    basis,
    offsets(local) {
      const valid = offsets.map((offset) => -offset * minute).filter((add) => -offsetAt(local + add) * minute === add);
      const [first, second] = valid.sort((a, b) => a - b);
      if (first === undefined) return [-offsetAt(local) * minute];
      return second === undefined ? [first] : [first, second];
    },
  };
}
