/** Equal to the truth to the millisecond, in every field that the log tells. */
import type { Allowed, TrueInterval, TrueParticipant } from '../truth.ts';
import type { Leg } from '../world.ts';
import { type Difference, iso, say } from './difference.ts';
import type { FoundInterval, FoundParticipant } from './found.ts';
import { drawLanes, type Stretch } from './lanes.ts';

export interface Context {
  readonly legOf: ReadonlyMap<string, Leg>;
}

function isAllowed<T>(value: T, allowed: Allowed<T> | null): boolean {
  return allowed === null || allowed.includes(value);
}

/** Without those that have no length; equal neighbours are one. What is left of their causes is the first's. */
export function normal<T extends Stretch>(lane: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const one of lane) {
    if (one.from !== null && one.from === one.to) continue;
    const before = kept.at(-1);
    if (before !== undefined && before.state === one.state && before.to === one.from) {
      kept[kept.length - 1] = { ...before, to: one.to };
    } else kept.push(one);
  }
  return kept;
}

export function drawBoth(one: TrueParticipant, found: FoundParticipant): string {
  return drawLanes([
    [`${one.name} truth`, one.intervals],
    [`${one.name} found`, found.intervals],
  ]);
}

/** The fields that a log gives or does not give, apart from times and lanes. */
export function compareFields(one: TrueParticipant, found: FoundParticipant): Difference[] {
  const fields: readonly (readonly [string, unknown, Allowed<unknown> | null])[] = [
    ['name', found.name, [one.name]],
    ['displayName', found.displayName, one.displayName],
    ['kind', found.kind, one.kind],
    ['role', found.role, one.role],
    ['roleBasis', found.roleBasis, found.role === 'unknown' ? [null] : one.roleBasis.filter((basis) => basis !== null)],
    ['callLegId', found.callLegId, one.callLegId],
    ['callNumber', found.callNumber, one.callNumber],
    ['sipCallId', found.sipCallId, one.sipCallId],
    ['dialled', found.dialled, one.dialled],
    ['host', found.host, one.host],
    ['leftReason', found.leftReason, one.leftReason],
  ];
  return fields
    .filter(([, value, allowed]) => !isAllowed(value, allowed))
    .map(([field, value, allowed]) => ({
      what: `${one.name} (call ${one.leg.number}, ${one.leg.role}): ${field} is ${say(value)}, true is ${allowed?.map(say).join(' or ')}`,
      leg: one.leg,
      at: one.joinedAt,
      drawing: null,
    }));
}

export function compareTimes(one: TrueParticipant, found: FoundParticipant): Difference[] {
  const times: readonly (readonly [string, number | null, number | null])[] = [
    ['connectedAt', found.connectedAt, one.connectedAt],
    ['joinedAt', found.joinedAt, one.joinedAt],
    ['leftAt', found.leftAt, one.leftAt],
  ];
  return times
    .filter(([field, is, should]) => is !== should && !(field === 'leftAt' && one.vanishedAt !== null))
    .map(([field, is, should]) => ({
      what: `${one.name} (call ${one.leg.number}): ${field} is ${iso(is)}, true is ${iso(should)}`,
      leg: one.leg,
      at: should ?? is,
      drawing: null,
    }));
}

/** Cause, activator and delay of one interval. */
function compareCause(one: TrueParticipant, truth: TrueInterval, found: FoundInterval, context: Context): string[] {
  const problems: string[] = [];
  const by = found.by === null ? null : (context.legOf.get(found.by) ?? undefined);
  if (!truth.causes.includes(found.cause)) problems.push(`cause is ${found.cause}, true is ${truth.causes.join(' or ')}`);
  else if (by === undefined || !truth.by.includes(by)) {
    const names = truth.by.map((leg) => (leg === null ? 'nobody' : leg.user));
    problems.push(`the cause ${found.cause} names ${by?.user ?? found.by ?? 'nobody'}, true is ${names.join(' or ')}`);
  } else if (truth.delays !== null && by === truth.by[0] && !truth.delays.includes(found.delayMs)) {
    problems.push(`delayMs is ${found.delayMs}, true is ${truth.delays.join(' or ')}`);
  }
  return problems.map((problem) => `${one.name} (call ${one.leg.number}): from ${iso(truth.from)} ${truth.state}: ${problem}`);
}

/** The states and when they change, causes aside. */
export function compareStates(one: TrueParticipant, found: FoundParticipant): Difference[] {
  const should = normal(one.intervals);
  const is = normal(found.intervals);
  const place = should.findIndex((interval, index) => {
    const other = is[index];
    const isOpen = one.vanishedAt !== null && index === should.length - 1;
    return other === undefined || other.state !== interval.state || other.from !== interval.from || (other.to !== interval.to && !isOpen);
  });
  const wrong = place >= 0 ? should[place] : undefined;
  if (wrong !== undefined || is.length > should.length) {
    const drawing = drawBoth(one, found);
    const at = wrong?.from ?? is[should.length]?.from ?? null;
    const what = `${one.name} (call ${one.leg.number}, ${one.leg.role}): the intervals differ from ${iso(at)} on`;
    return [{ what, leg: one.leg, at, drawing }];
  }
  return [];
}

function compareLanes(one: TrueParticipant, found: FoundParticipant, context: Context): Difference[] {
  const differences = compareStates(one, found);
  if (differences.length > 0) return differences;
  const should = normal(one.intervals);
  const is = normal(found.intervals);
  return should.flatMap((interval, index) => {
    const other = is[index];
    if (other === undefined) return [];
    const problems = compareCause(one, interval, other, context);
    return problems.map((what) => ({ what, leg: one.leg, at: interval.from, drawing: null }));
  });
}

export function compareExact(one: TrueParticipant, found: FoundParticipant, context: Context): Difference[] {
  return [...compareFields(one, found), ...compareTimes(one, found), ...compareLanes(one, found, context)];
}
