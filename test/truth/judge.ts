/** Holds an export against the truth, and says in words and drawn lanes where it is not it. */
import { type Difference, iso } from './judge/difference.ts';
import { type Context, compareExact, compareFields, compareStates, compareTimes, drawBoth } from './judge/exact.ts';
import { type Found, type FoundParticipant, readExport } from './judge/found.ts';
import { type Matching, match, type Place, participantsOf } from './judge/match.ts';
import { compareMeetings } from './judge/meetings.ts';
import { compareModest, type Sight } from './judge/modest.ts';
import type { TrueParticipant, Truth } from './truth.ts';
import type { Leg } from './world.ts';
import type { Line } from './write.ts';

export type { Difference } from './judge/difference.ts';
export type { Found } from './judge/found.ts';
export { readExport } from './judge/found.ts';
export type { Sight } from './judge/modest.ts';

const EVERYTHING: Sight = { from: -Infinity, to: Infinity, toleranceMs: 0 };

function lone(what: string, at: number | null): Difference {
  return { what, leg: null, at, drawing: null };
}

/**
 * gen-1: a leg that is deactivated, and nothing ties it to a name. It may stand beside its own participant, as the
 * contract has it: "null for a leg whose participant the log never names".
 */
function strays(truth: Truth, matching: Matching, isDamaged = false): (readonly [TrueParticipant, FoundParticipant])[] {
  const all = participantsOf(truth).filter((one) => isDamaged || !one.isTied);
  const untied = new Map(all.map((one) => [one.leg.id, one]));
  return matching.extra.flatMap(({ participant }) => {
    const one = participant.name === null ? untied.get(participant.callLegId ?? '') : undefined;
    return one === undefined ? [] : [[one, participant] as const];
  });
}

/** A call that never joined a space may be shown as such; nobody else may be invented. */
function inventions(truth: Truth, matching: Matching, isDamaged = false): Difference[] {
  const stray = new Set(strays(truth, matching, isDamaged).map(([, participant]) => participant));
  const isFailed = ({ participant }: Place): boolean =>
    participant.joinedAt === null &&
    participant.intervals.every((interval) => interval.state === 'connecting' || interval.state === 'unknown') &&
    truth.failed.some((leg) => leg.id === participant.callLegId || leg.number === participant.callNumber || leg.user === participant.name);
  return matching.extra
    .filter((place) => !isFailed(place) && !stray.has(place.participant))
    .map(({ participant, space }) => {
      const who = `${participant.name} (leg ${participant.callLegId}, call ${participant.callNumber})`;
      return lone(`invented: ${who} joined ${iso(participant.joinedAt)} in ${space.name}`, participant.joinedAt);
    });
}

function missing(all: readonly TrueParticipant[]): Difference[] {
  return all.map((one) => ({
    what: `missing: ${one.name} (leg ${one.leg.id}, call ${one.leg.number}) in ${one.leg.space.name}`,
    leg: one.leg,
    at: one.joinedAt,
    drawing: null,
  }));
}

function compareSpaces(truth: Truth, found: Found): Difference[] {
  return truth.spaces.flatMap((space) => {
    const others = found.spaces.filter((other) => other.id === space.id);
    const [first] = others;
    if (first === undefined) return [lone(`missing: space ${space.id} (${space.name})`, null)];
    if (others.length > 1) return [lone(`space ${space.name} is told ${others.length} times`, null)];
    return first.name === space.name ? [] : [lone(`the name of space ${space.name} is ${first.name}`, null)];
  });
}

/** gen-1 does not tie the leg of everybody: such a lane may be `unknown` in parts, but everything else is told. */
function compareComplete(one: TrueParticipant, found: FoundParticipant, context: Context): Difference[] {
  if (one.isTied) return compareExact(one, found, context);
  const told = [...compareFields(one, found), ...compareTimes(one, found)];
  return told.length > 0 ? told : compareModest(one, found, context, EVERYTHING);
}

/** For a complete log: equal to the millisecond. */
export function judgeExactly(truth: Truth, value: unknown): Difference[] {
  const found = readExport(value);
  const matching = match(truth, found);
  const context = { legOf: matching.legOf };
  return [
    ...compareSpaces(truth, found),
    ...missing(matching.missing),
    ...inventions(truth, matching),
    ...[...matching.pairs].flatMap(([one, { participant }]) => compareComplete(one, participant, context)),
    ...truth.spaces.flatMap((space) => compareMeetings(space, matching)),
  ];
}

/** Presences whose name was in the same space at the same time once more: a name alone does not tell them apart. */
export function twinsOf(all: readonly TrueParticipant[]): ReadonlySet<TrueParticipant> {
  const byName = Map.groupBy(all, (one) => `${one.leg.space.id} ${one.name}`);
  const end = (one: TrueParticipant): number => one.leftAt ?? one.vanishedAt ?? Infinity;
  return new Set(
    [...byName.values()].flatMap((same) =>
      same.filter((one) => same.some((other) => other !== one && other.connectedAt <= end(one) && one.connectedAt <= end(other))),
    ),
  );
}

function isNobody({ name, callLegId, callNumber }: FoundParticipant): boolean {
  return name === null && callLegId === null && callNumber === null;
}

/** For a damaged log: nothing that is said is false. */
export function judgeModestly(truth: Truth, value: unknown, sight: Sight): Difference[] {
  const found = readExport(value);
  const blurred = sight.twinsBlurred === true ? twinsOf(participantsOf(truth)) : new Set<TrueParticipant>();
  const matching = match(truth, found);
  const context = { legOf: matching.legOf };
  // Somebody without a name, a leg and a call says only that there was somebody: one of those who are not told else.
  const nobodies = matching.extra.filter(({ participant }) => isNobody(participant));
  const extra = matching.extra.filter(({ participant }) => !isNobody(participant));
  const invented = nobodies.length <= matching.missing.length ? { ...matching, extra } : matching;
  return [
    ...inventions(truth, invented, true),
    ...[...matching.pairs]
      .filter(([one]) => !blurred.has(one))
      .flatMap(([one, { participant }]) => compareModest(one, participant, context, sight)),
    ...strays(truth, matching, true)
      .filter(([one]) => !blurred.has(one))
      .flatMap(([one, participant]) => compareModest(one, participant, context, sight)),
  ];
}

/** With single records lost: the states of those of whom none is lost, exactly; and nobody is invented. */
export function judgeLocally(truth: Truth, value: unknown, lost: ReadonlySet<Leg>): Difference[] {
  const matching = match(truth, readExport(value));
  const all = participantsOf(truth);
  // What a lost record said of one of two of the same name cannot be missed at the other's side either.
  const doubtful = [...twinsOf(all)].filter((one) => all.some(({ leg, name }) => lost.has(leg) && name === one.name));
  const touched = new Set([...lost, ...doubtful.map(({ leg }) => leg)]);
  return [
    ...missing(matching.missing.filter((one) => !touched.has(one.leg))),
    ...inventions(truth, matching),
    ...[...matching.pairs]
      .filter(([one]) => one.isTied && !touched.has(one.leg))
      .flatMap(([one, { participant }]) => [...compareTimes(one, participant), ...compareStates(one, participant)]),
  ];
}

/** Of whom the log says the same thing twice, a finding has to speak. */
export function judgeMarked(truth: Truth, value: unknown, touched: ReadonlySet<Leg>): Difference[] {
  const found = readExport(value);
  const matching = match(truth, found);
  const marked = new Set(found.findings.flatMap(({ participants }) => participants));
  return [...matching.pairs]
    .filter(([one, { participant }]) => touched.has(one.leg) && !marked.has(participant.id))
    .map(([one, { participant }]) => ({
      what: `${one.name} (call ${one.leg.number}): no finding says that records contradict each other`,
      leg: one.leg,
      at: one.joinedAt,
      drawing: drawBoth(one, participant),
    }));
}

/** How much of what could be known was found: not a judgement, but what to work on. */
export interface Knowledge {
  readonly participants: number;
  readonly roles: { readonly known: number; readonly knowable: number; readonly unproven: number };
}

export function knowledgeOf(truth: Truth, value: unknown): Knowledge {
  const matching = match(truth, readExport(value));
  const all = participantsOf(truth);
  const roles = { known: 0, knowable: 0, unproven: 0 };
  for (const one of all) {
    const role = matching.pairs.get(one)?.participant.role ?? 'unknown';
    if (one.role[0] === 'unknown') continue;
    roles.knowable += 1;
    if (role !== 'unknown') roles.known += 1;
    else if (one.role.includes('unknown')) roles.unproven += 1;
  }
  return { participants: all.length, roles };
}

const AROUND = 12;
/** A log that is shown as a whole. */
const SHORT = 80;

/** The differences, and the lines of the log around the first one that has a place. */
export function report(differences: readonly Difference[], lines: readonly Line[]): string {
  const told = differences.slice(0, 8).map(({ what, drawing }) => (drawing === null ? what : `${what}\n${drawing}`));
  const more = differences.length > 8 ? [`… and ${differences.length - 8} more`] : [];
  if (lines.length <= SHORT) return [...told, ...more, 'the log:', ...lines.map(({ text }) => `  ${text}`)].join('\n');
  const first = differences.find(({ at }) => at !== null);
  const at = first?.at ?? null;
  if (at === null) return [...told, ...more].join('\n');
  const stamp = (line: Line): number => line.at + line.happening.bridge.skewMs;
  const nearest = lines.reduce(
    (best, line, place) => (Math.abs(stamp(line) - at) < Math.abs(stamp(lines[best] ?? line) - at) ? place : best),
    0,
  );
  const around = lines.slice(Math.max(0, nearest - AROUND), nearest + AROUND).map(({ text }) => `  ${text}`);
  return [...told, ...more, `the log around ${iso(at)}:`, ...around].join('\n');
}
