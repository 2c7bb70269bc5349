/** Times as users write them, and the window that two of them open. */
import { type Instant, instant, type Span } from '#model/index.ts';
import { atLocal, type ClockFace, clockFace, parseTime } from './axis.ts';

/** moment: one of history; time of day: that of any day. */
export type StatedTime =
  | {
      readonly kind: 'moment';
      readonly at: Instant;
      /** The finest unit that is written, ms: `17:49` is a minute long. */
      readonly unit: number;
    }
  | {
      readonly kind: 'time-of-day';
      /** ms since midnight. */
      readonly at: number;
      readonly unit: number;
    };

const day = 86_400_000;
const timeOfDay = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?$/u;

/** A time as a user writes it: ISO 8601, in the zone where it names none, or a time of day; null when it is neither. */
export function statedTime(text: string, zone: string): StatedTime | null {
  const trimmed = text.trim();
  const found = timeOfDay.exec(trimmed);
  if (found === null) {
    // Without a date, luxon would take that of today.
    const at = /^[+-]?\d{4}/u.test(trimmed) ? parseTime(trimmed, zone) : null;
    return at === null ? null : { kind: 'moment', at, unit: unitOf(trimmed) };
  }
  const [hours, minutes, seconds, fraction] = found.slice(1).map((part) => part ?? '');
  const at = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds || 0) * 1000 + Number((fraction ?? '').padEnd(3, '0'));
  if (Number(hours) > 24 || Number(minutes) > 59 || Number(seconds || 0) > 59 || at > day) return null;
  return { kind: 'time-of-day', at, unit: fraction ? 10 ** (3 - fraction.length) : seconds ? 1000 : 60_000 };
}

function unitOf(written: string): number {
  if (!/\d:\d|T\d/u.test(written)) return day;
  const fraction = /:\d{2}[.,](\d{1,3})/u.exec(written)?.[1];
  if (fraction !== undefined) return 10 ** (3 - fraction.length);
  return /:\d{2}:\d{2}/u.test(written) ? 1000 : 60_000;
}

/** What is to be seen, in time. Its beginning belongs to it, its end does not. */
export interface Window {
  has(at: Instant): boolean;
  /**
   * The part of the window that a stretch of time meets, which may reach beyond the stretch; null when they do not meet.
   * A window that opens each day anew gives the part from its first to its last opening.
   */
  clip(from: Instant, to: Instant): Span | null;
}

export interface WindowBounds {
  readonly from: StatedTime | null;
  readonly to: StatedTime | null;
}

/** The window between two stated times, each of which may be missing; null when both are. Nothing is in a window that ends before it begins. */
export function createWindow({ from, to }: WindowBounds, zone: string): Window | null {
  const face = clockFace(zone);
  if (from === null && to === null) return null;
  const last = to === null ? null : endOf(to);
  if (from?.kind !== 'time-of-day' && last?.kind !== 'time-of-day') return single(from?.at ?? null, last?.at ?? null);
  if (from?.kind === 'moment') return single(from.at, last === null ? null : following(from.at, last.at, face));
  if (last?.kind === 'moment') return single(from === null ? null : preceding(last.at, from.at, face), last.at);
  return daily(from?.at ?? null, last?.at ?? null, face);
}

/** The window of one stated time, as long as it is written: of `17:49:28`, a second. */
export function momentWindow(time: StatedTime, zone: string): Window {
  const face = clockFace(zone);
  if (time.kind === 'moment') return single(time.at, instant(time.at + time.unit));
  return daily(time.at, time.at + time.unit, face);
}

/** `--to 2024-03-05` means that whole day, as people say "to Friday"; `--to 10:00` means ten sharp. */
function endOf(to: StatedTime): StatedTime {
  return to.kind === 'moment' && to.unit === day ? { ...to, at: instant(to.at + day) } : to;
}

function single(from: Instant | null, to: Instant | null): Window {
  const clip = (first: number, last: number): Span | null =>
    (from !== null && last < from) || (to !== null && first >= to) || (from !== null && to !== null && from >= to) ? null : { from, to };
  return { has: (at) => clip(at, at) !== null, clip };
}

/** Opens every day; behind midnight where it ends before it begins. */
function daily(from: number | null, to: number | null, face: ClockFace): Window {
  const first = from ?? 0;
  const length = to === null ? day - first : to <= first ? to + day - first : to - first;
  const opening = (date: number): { readonly from: Instant; readonly to: Instant } => {
    const begin = date * day + first;
    return { from: atLocal(begin, face), to: atLocal(begin + length, face) };
  };
  const clip = (begin: Instant, end: Instant): Span | null => {
    const earliest = [-1, 0, 1].map((step) => opening(dateOf(begin, face) + step)).find((each) => each.to > begin);
    if (earliest === undefined || earliest.from > end) return null;
    const latest = [0, -1, -2].map((step) => opening(dateOf(end, face) + step)).find((each) => each.from <= end) ?? earliest;
    return { from: from === null ? null : earliest.from, to: to === null ? null : latest.to };
  };
  return { has: (at) => clip(at, at) !== null, clip };
}

/** Days since 1970-01-01, by the calendar of the zone. */
function dateOf(at: Instant, face: ClockFace): number {
  return Math.floor((at + face.offset(at)) / day);
}

function following(after: Instant, time: number, face: ClockFace): Instant {
  const today = atLocal(dateOf(after, face) * day + time, face);
  return today > after ? today : atLocal((dateOf(after, face) + 1) * day + time, face);
}

function preceding(before: Instant, time: number, face: ClockFace): Instant {
  const today = atLocal(dateOf(before, face) * day + time, face);
  return today < before ? today : atLocal((dateOf(before, face) - 1) * day + time, face);
}
