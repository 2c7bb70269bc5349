/**
 * Nothing false: an export of a damaged log may say less than the truth, never something else. A known state of an
 * export must be the true state for as long as it lasts; a cause may be the weaker one that is left when the record
 * of the stronger is gone; a role may be `unknown`.
 */
import type { TrueInterval, TrueParticipant } from '../truth.ts';
import { type Difference, iso, say } from './difference.ts';
import { type Context, drawBoth, normal } from './exact.ts';
import type { FoundInterval, FoundParticipant } from './found.ts';

export interface Sight {
  /** Stamps between which records are left. */
  readonly from: number;
  readonly to: number;
  /** A lost record's neighbours of the same moment may stand in for it. */
  readonly toleranceMs: number;
  /** What tells two presences of one name apart is gone: which of them left is not to be judged. */
  readonly twinsBlurred?: boolean;
  /** The log of another Call Bridge is missing: who seems to be alone with active guests need not be their activator. */
  readonly hostsMissing?: boolean;
}

/** What may be said instead when records are gone. */
const WEAKER: Readonly<Record<string, readonly string[]>> = {
  'activator-joined': ['released-without-activator'],
  'last-activator-left': ['deactivated-with-activator'],
  // Where no activator is seen any more: one whom the log does not show has left.
  'deactivated-with-activator': ['last-activator-left'],
};

function isNear(is: number | null, should: number | null, sight: Sight): boolean {
  return is === null || (should !== null && Math.abs(is - should) <= sight.toleranceMs);
}

/** The lock began before the log: deactivated without a lock that anybody could see, anybody looks like a guest. */
function isLockUnseen(one: TrueParticipant, sight: Sight): boolean {
  const { leg } = one;
  const isUnseen = leg.space.locks.some(({ from }) => from + leg.bridge.skewMs < sight.from);
  return isUnseen && leg.changes.some(({ locked }) => locked);
}

function compareFields(one: TrueParticipant, found: FoundParticipant, sight: Sight): string[] {
  const problems: string[] = [];
  const check = (field: string, value: unknown, allowed: readonly unknown[] | null): void => {
    if (value !== null && allowed !== null && !allowed.includes(value)) {
      problems.push(`${field} is ${say(value)}, true is ${allowed.map(say).join(' or ')}`);
    }
  };
  check('name', found.name, [one.name]);
  check('displayName', found.displayName, one.displayName);
  // A streamer is a guest of the web, or a SIP leg, until a record tells what it is there for.
  check('kind', found.kind, [...one.kind, 'unknown', one.leg.sipCallId === null ? 'web' : 'sip']);
  const isSeeming = sight.hostsMissing === true && found.roleBasis === 'joined-active-alone';
  const seeming = [...(isLockUnseen(one, sight) ? ['guest'] : []), ...(isSeeming ? ['host'] : [])];
  check('role', found.role, [...one.role, 'unknown', ...seeming]);
  check('callLegId', found.callLegId, [one.leg.id]);
  check('callNumber', found.callNumber, one.callNumber);
  check('sipCallId', found.sipCallId, one.sipCallId);
  check('dialled', found.dialled, one.dialled);
  check('host', found.host, one.host);
  check('leftReason', found.leftReason, one.leftReason);
  return problems;
}

function compareTimes(one: TrueParticipant, found: FoundParticipant, sight: Sight): string[] {
  const problems: string[] = [];
  if (!isNear(found.connectedAt, one.connectedAt, sight)) {
    problems.push(`connectedAt is ${iso(found.connectedAt)}, true is ${iso(one.connectedAt)}`);
  }
  if (!isNear(found.joinedAt, one.joinedAt, sight)) {
    problems.push(`joinedAt is ${iso(found.joinedAt)}, true is ${iso(one.joinedAt)}`);
  }
  // Whoever vanished in a restart left at no time that a record tells.
  if (one.vanishedAt === null && !isNear(found.leftAt, one.leftAt, sight)) {
    problems.push(`leftAt is ${iso(found.leftAt)}, true is ${iso(one.leftAt)}`);
  }
  return problems;
}

/** The first moment in which a known state of the export is not the true one. */
function firstLie(one: TrueParticipant, found: FoundInterval, sight: Sight): number | null {
  if (found.state === 'unknown') return null;
  const from = Math.max(found.from ?? -Infinity, sight.from) + (found.from === null ? 0 : sight.toleranceMs);
  // `to: null` means that the log ends first: nothing is said about the time after the last record.
  const open = Math.min(one.leftAt ?? one.vanishedAt ?? Infinity, sight.to);
  // Nobody can tell from the log when a restart took somebody away.
  const end = found.to === null ? open : Math.min(found.to, sight.to) - sight.toleranceMs;
  const to = Math.min(end, one.vanishedAt ?? Infinity);
  if (to <= from) return null;
  const true_ = normal(one.intervals).filter((interval) => (interval.to ?? Infinity) > from && interval.from < to);
  const wrong = true_.find((interval) => interval.state !== found.state);
  if (wrong !== undefined) return Math.max(wrong.from, from);
  const start = true_[0];
  const last = true_.at(-1);
  if (start === undefined || last === undefined) return from;
  if (start.from > from) return from;
  return (last.to ?? Infinity) < to ? last.to : null;
}

function trueAt(one: TrueParticipant, found: FoundInterval, sight: Sight): TrueInterval | undefined {
  return one.intervals.find(
    (interval) => interval.state === found.state && found.from !== null && Math.abs(interval.from - found.from) <= sight.toleranceMs,
  );
}

function causeProblem(one: TrueParticipant, found: FoundInterval, context: Context, sight: Sight): string | null {
  const truth = trueAt(one, found, sight);
  if (found.state === 'unknown' || found.cause === 'log-starts' || truth === undefined) return null;
  const allowed = truth.causes.flatMap((cause) => [cause, ...(WEAKER[cause] ?? [])]);
  if (!allowed.includes(found.cause)) return `cause is ${found.cause}, true is ${truth.causes.join(' or ')}`;
  const by = found.by === null ? null : (context.legOf.get(found.by) ?? undefined);
  if (by === null || truth.by.includes(by ?? null)) return null;
  return `the cause ${found.cause} names ${by?.user ?? found.by}, true is ${truth.by.map((leg) => leg?.user ?? 'nobody').join(' or ')}`;
}

export function compareModest(one: TrueParticipant, found: FoundParticipant, context: Context, sight: Sight): Difference[] {
  const who = `${one.name} (call ${one.leg.number}, ${one.leg.role})`;
  const differences: Difference[] = [...compareFields(one, found, sight), ...compareTimes(one, found, sight)].map((what) => ({
    what: `${who}: ${what}`,
    leg: one.leg,
    at: one.joinedAt,
    drawing: null,
  }));
  for (const interval of found.intervals) {
    const at = firstLie(one, interval, sight);
    if (at !== null) {
      const what = `${who}: said to be ${interval.state} at ${iso(at)}, which is false`;
      differences.push({ what, leg: one.leg, at, drawing: drawBoth(one, found) });
      continue;
    }
    const problem = causeProblem(one, interval, context, sight);
    if (problem !== null) {
      const what = `${who}: from ${iso(interval.from)} ${interval.state}: ${problem}`;
      differences.push({ what, leg: one.leg, at: interval.from, drawing: null });
    }
  }
  return differences;
}
