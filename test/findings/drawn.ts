/**
 * Tiny meetings, drawn: one character is ten seconds.
 *
 * `.` not there · `c` connecting · `L` in the lobby · `A` active · `?` there, state unknown · `>` still there when the log ends
 *
 * Causes follow from the drawing: who is released in the moment in which a host's `A` begins was released by it, who goes
 * back to the lobby after the last host's end was sent there by it, and everything else has no visible cause.
 */
import { inferBehaviour } from '#behaviour/index.ts';
import type { Material } from '#findings/index.ts';
import {
  type Cause,
  type Evidence,
  type Guid,
  type InputSummary,
  type Instant,
  type Interval,
  instant,
  type Leg,
  type LegKind,
  type Meeting,
  type Participant,
  type Role,
  type Sign,
  type SpaceSign,
  type StrayLeg,
  toGuid,
} from '#model/index.ts';

export const unit = 10_000;
const start = Date.UTC(2026, 2, 2, 9, 0, 0, 250);

/** The instant of a column of a drawing. */
export function at(column: number): Instant {
  return instant(start + Math.round(column * unit));
}

export interface More {
  readonly host?: string;
  readonly kind?: LegKind;
  readonly user?: string;
  readonly displayName?: string;
  readonly dialled?: string;
  readonly address?: string;
  /** Of the end of the call; default: the far end hung up. */
  readonly reason?: string | null;
  /** Its joining is so much earlier or later by the clock of its host, ms. */
  readonly skewMs?: number;
  /** The end is so much later than drawn, ms. */
  readonly lateMs?: number;
  readonly leg?: Guid;
  readonly doubtfulEnd?: boolean;
  /** No record of leaving: the end of the call stands for it. */
  readonly leftByCall?: boolean;
  readonly contradiction?: { readonly column: number; readonly what: string };
}

export interface Lane extends More {
  readonly name: string;
  readonly role: Role;
  readonly drawing: string;
}

export function guest(name: string, drawing: string, more: More = {}): Lane {
  return { ...more, name, role: 'guest', drawing };
}

export function host(name: string, drawing: string, more: More = {}): Lane {
  return { ...more, name, role: 'host', drawing };
}

/** Somebody of whom the log does not tell the role. */
export function somebody(name: string, drawing: string, more: More = {}): Lane {
  return { ...more, name, role: 'unknown', drawing };
}

/** Where the drawings of a meeting end: what is open there is open because the log ends. */
const ends = new WeakMap<Meeting, Instant>();

let records = 0;
let people = 0;

export function record(text: string): Evidence {
  records += 1;
  return { input: 'test.log', line: records, text };
}

export function guid(number: number): Guid {
  const found = toGuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
  if (found === null) throw new Error(`${number} makes no GUID`);
  return found;
}

const states = { c: 'connecting', L: 'lobby', A: 'active', '?': 'unknown' } as const;

interface Stretch {
  readonly state: Interval['state'];
  readonly from: number;
  readonly to: number;
}

function stretches(drawing: string): readonly Stretch[] {
  const found: { state: Interval['state']; from: number; to: number }[] = [];
  [...drawing].forEach((sign, column) => {
    if (sign !== 'c' && sign !== 'L' && sign !== 'A' && sign !== '?') return;
    const state = states[sign];
    const open = found.at(-1);
    if (open?.state === state && open.to === column) open.to = column + 1;
    else found.push({ state, from: column, to: column + 1 });
  });
  return found;
}

interface Known {
  readonly lane: Lane;
  readonly id: string;
  readonly parts: readonly Stretch[];
}

/** A meeting of its lanes. */
export function meeting(lanes: readonly Lane[], signs: readonly SpaceSign[] = []): Meeting {
  const known = lanes.map((lane): Known => ({ lane, id: `p${++people}`, parts: stretches(lane.drawing) }));
  const participants = known.map((one) => participant(one, known)).sort((a, b) => (a.joinedAt ?? 0) - (b.joinedAt ?? 0));
  const hosts = new Set(lanes.flatMap((lane) => lane.host ?? []));
  const joined = participants.map(({ joinedAt }) => joinedAt);
  const left = participants.map(({ leftAt }) => leftAt);
  const drawn: Meeting = {
    span: {
      from: joined.includes(null) ? null : extreme(joined, Math.min),
      to: left.includes(null) ? null : extreme(left, Math.max),
    },
    conferences: [],
    hosts: [...hosts],
    phases: [],
    participants,
    signs,
  };
  ends.set(drawn, at(Math.max(0, ...lanes.map(({ drawing }) => drawing.replace('>', '').length))));
  return drawn;
}

function extreme(moments: readonly (Instant | null)[], pick: (...numbers: number[]) => number): Instant | null {
  const all = moments.filter((moment) => moment !== null);
  return all.length === 0 ? null : instant(pick(...all));
}

function participant({ lane, id, parts }: Known, all: readonly Known[]): Participant {
  const { name, role, drawing } = lane;
  const open = drawing.endsWith('>');
  const last = parts.at(-1);
  const joined = parts.find(({ state }) => state !== 'connecting');
  const startsBefore = joined?.state === 'unknown' && joined.from === 0;
  const leftAt = open || last === undefined ? null : instant(at(last.to) + (lane.lateMs ?? 0));
  const joinedAt = joined === undefined || startsBefore ? null : instant(at(joined.from) + (lane.skewMs ?? 0));
  const leg = legOf(lane, id, parts, leftAt);
  const left = leg.ended !== null && lane.leftByCall === true ? leg.ended.evidence : record(`participant "${name}" left space`);
  const intervals = parts.map((part, index) => ({
    state: part.state,
    from: startsBefore && index === 0 ? null : at(part.from),
    to: part === last ? leftAt : at(part.to),
    cause: cause(part, parts[index - 1], { lane, id, parts }, all),
  }));
  const contradictions = lane.contradiction === undefined ? [] : [contradiction(lane.contradiction)];
  return {
    id,
    name: name === '' ? null : name,
    leg,
    role,
    roleBasis: null,
    roleEvidence: role === 'unknown' ? [] : [record(`role of ${name}`)],
    connectedAt: leg.setUp?.at ?? null,
    joinedAt,
    leftAt,
    leftReason: leg.ended?.reason ?? null,
    intervals,
    joinedBy: joinedAt === null ? null : record(`participant "${name}" joined space`),
    leftBy: leftAt === null ? null : left,
    doubtfulEnd: lane.doubtfulEnd ?? false,
    contradictions,
  };
}

function contradiction({ column, what }: NonNullable<More['contradiction']>): Participant['contradictions'][number] {
  return { at: at(column), what, evidence: record('contradiction') };
}

function legOf(lane: Lane, id: string, parts: readonly Stretch[], leftAt: Instant | null): Leg {
  const { name, reason = 'remote SIP teardown' } = lane;
  const connected = parts.find(({ state }) => state === 'connecting');
  const sign = (moment: Instant, text: string): Sign => ({ at: moment, order: 0, precision: 1, evidence: record(text) });
  return {
    id: `leg-${id}`,
    host: lane.host ?? null,
    kind: lane.kind ?? 'sip',
    callNumber: null,
    callLegId: lane.leg ?? null,
    sipCallId: null,
    user: lane.user ?? null,
    address: lane.address ?? null,
    displayName: lane.displayName ?? null,
    dialled: lane.dialled ?? null,
    setUp: connected === undefined ? null : sign(at(connected.from), `call of ${name}: incoming`),
    ended: leftAt === null ? null : { ...sign(leftAt, `call of ${name}: ending; ${reason}`), reason },
    ties: [],
  };
}

function cause(part: Stretch, before: Stretch | undefined, self: Known, all: readonly Known[]): Cause {
  const evidence = [record(`${self.lane.name} is ${part.state}`)];
  const plain = (kind: Cause['kind']): Cause => ({ kind, by: null, delayMs: null, evidence });
  const hosts = all.filter(({ lane }) => lane.role === 'host' && lane !== self.lane);
  const isThere = hosts.some(({ parts }) => parts.some(({ state, from, to }) => state === 'active' && from < part.from && to > part.from));
  if (part.state === 'connecting') return plain('call-set-up');
  if (part.state === 'unknown') return plain('log-starts');
  const fresh = before === undefined || before.state === 'connecting';
  if (part.state === 'active') {
    if (fresh) return plain('joined-active');
    const host = hosts.find(({ parts }) => parts.some(({ state, from }) => state === 'active' && from === part.from));
    return host === undefined ? plain('released-without-activator') : { kind: 'activator-joined', by: host.id, delayMs: 0, evidence };
  }
  if (isThere) return plain('deactivated-with-activator');
  if (fresh) return plain('joined-without-activator');
  const last = hosts
    .map(({ id, parts }) => ({ id, end: Math.max(...parts.filter(({ to }) => to <= part.from).map(({ to }) => to)) }))
    .filter(({ end }) => Number.isFinite(end))
    .sort((a, b) => b.end - a.end)[0];
  if (last === undefined) return plain('last-activator-left');
  return { kind: 'last-activator-left', by: last.id, delayMs: at(part.from) - at(last.end), evidence };
}

/** The meetings of one space (or, as lists of lists, of several), as the rules get them. */
export function material(meetings: readonly Meeting[] | readonly (readonly Meeting[])[], strays: readonly StrayLeg[] = []): Material {
  const grouped = meetings.map((one) => ('participants' in one ? [one] : one));
  const oneSpace = meetings.every((one) => 'participants' in one);
  const lists = oneSpace ? [grouped.flat()] : grouped;
  const spaces = lists.map((list, index) => ({ id: guid(index + 1), name: `Space ${index + 1}`, meetings: list }));
  return { spaces, behaviours: inferBehaviour(spaces), strays, inputs: [input(spaces.flatMap((space) => space.meetings))] };
}

/** The log ends with the last thing drawn. */
function input(meetings: readonly Meeting[]): InputSummary {
  return {
    name: 'test.log',
    bytes: 0,
    lines: records,
    records,
    events: records,
    unparsed: 0,
    framings: {},
    hosts: [],
    zone: { name: 'UTC', basis: 'assumed' },
    year: null,
    repairs: {},
    span: {
      from: at(0),
      to: extreme(
        meetings.map((one) => ends.get(one) ?? null),
        Math.max,
      ),
    },
  };
}

export function locked(column: number): SpaceSign {
  return { at: at(column), order: 0, precision: 1, evidence: record('locked'), kind: 'locked', conference: guid(900) };
}

export function unlocked(column: number): SpaceSign {
  return { at: at(column), order: 0, precision: 1, evidence: record('unlocked'), kind: 'unlocked', conference: guid(900) };
}

export function changed(column: number, what: string, by = 'cmm'): SpaceSign {
  return { at: at(column), order: 0, precision: 1, evidence: record(`API user "${by}" ${what}`), kind: 'configuration-changed', by, what };
}

export function moved(column: number, leg: Guid, user: string): SpaceSign {
  return { at: at(column), order: 0, precision: 1, evidence: record('move participant operation'), kind: 'moved', leg, user };
}
