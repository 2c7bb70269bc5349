/** Analyses made for drawing: meetings of any size and length, without a log behind them. */
import type {
  Analysis,
  Cause,
  CauseKind,
  Evidence,
  Finding,
  Instant,
  Interval,
  LegKind,
  Meeting,
  Participant,
  Phase,
  Role,
  State,
} from '#model/index.ts';
import { instant, toGuid } from '#model/index.ts';

export const start = instant(Date.UTC(2024, 2, 5, 9, 0, 0));

export function at(ms: number): Instant {
  return instant(start + Math.round(ms));
}

/** A state from so many ms after the start on; `null` = not known. */
export interface Turn {
  readonly state: State;
  readonly from: number | null;
  readonly cause?: CauseKind;
  readonly by?: string;
  readonly delayMs?: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly displayName?: string;
  readonly role?: Role;
  readonly kind?: LegKind;
  readonly turns: readonly Turn[];
  /** ms after the start; absent = still there. */
  readonly left?: number;
  readonly reason?: string;
}

const usual: Readonly<Record<State, CauseKind>> = {
  connecting: 'call-set-up',
  lobby: 'joined-without-activator',
  active: 'joined-active',
  unknown: 'log-starts',
};

export function evidence(line: number): Evidence {
  return {
    input: 'bridge.log',
    line,
    text: `Mar  5 09:00:00.000 user.info bridge1 host:server:  INFO : record ${line} <of> "the" log & more`,
  };
}

export function person(who: Person, index: number): Participant {
  const end = who.left === undefined ? null : at(who.left);
  const intervals = who.turns.map((turn, turnIndex): Interval => {
    const next = who.turns[turnIndex + 1]?.from;
    const cause: Cause = {
      kind: turn.cause ?? usual[turn.state],
      by: turn.by ?? null,
      delayMs: turn.delayMs ?? null,
      evidence: [evidence(index * 10 + turnIndex)],
    };
    return { state: turn.state, from: turn.from === null ? null : at(turn.from), to: next == null ? end : at(next), cause };
  });
  const joined = who.turns.find(({ state }) => state !== 'connecting');
  const first = who.turns[0];
  return {
    id: who.id,
    name: who.name,
    role: who.role ?? 'guest',
    roleBasis: null,
    roleEvidence: [],
    connectedAt: first?.from == null ? null : at(first.from),
    joinedAt: joined?.from == null ? null : at(joined.from),
    leftAt: end,
    leftReason: who.reason ?? null,
    intervals,
    joinedBy: evidence(index * 10 + 5),
    leftBy: end === null ? null : evidence(index * 10 + 9),
    doubtfulEnd: false,
    contradictions: [],
    leg: {
      id: `leg-${who.id}`,
      host: 'bridge1',
      kind: who.kind ?? 'sip',
      callNumber: index + 1,
      callLegId: toGuid(`${(index + 0xa0000000).toString(16)}-0000-4000-8000-000000000000`),
      sipCallId: null,
      user: null,
      address: null,
      displayName: who.displayName ?? null,
      dialled: null,
      setUp: null,
      ended: null,
      ties: [],
    },
  };
}

export interface MadeOptions {
  readonly name?: string;
  readonly findings?: readonly Finding[];
  readonly phases?: readonly Phase[];
  /** ms after the start: the end of the log. */
  readonly end?: number;
  readonly input?: string;
}

export function meeting(people: readonly Person[], phases?: readonly Phase[]): Meeting {
  const participants = people.map(person);
  const open = participants.some(({ leftAt }) => leftAt === null);
  const from = participants.reduce<number>((least, { joinedAt }) => Math.min(least, joinedAt ?? least), Number.MAX_SAFE_INTEGER);
  const to = participants.reduce<number>((most, { leftAt }) => Math.max(most, leftAt ?? most), 0);
  const begin = from === Number.MAX_SAFE_INTEGER ? null : instant(from);
  return {
    span: { from: begin, to: open ? null : instant(to) },
    conferences: [],
    hosts: ['bridge1'],
    phases: phases ?? phasesOf(participants, begin, open ? null : instant(to)),
    participants,
    signs: [],
  };
}

/** Active while somebody is, else lobby only. */
function phasesOf(participants: readonly Participant[], from: Instant | null, to: Instant | null): readonly Phase[] {
  const active = participants.flatMap(({ intervals }) => intervals.filter(({ state }) => state === 'active'));
  if (active.length === 0) return [{ state: 'lobby-only', from, to }];
  const first = instant(active.reduce((least, each) => Math.min(least, each.from ?? least), Number.MAX_SAFE_INTEGER));
  const last = active.some((each) => each.to === null) ? null : instant(active.reduce((most, each) => Math.max(most, each.to ?? most), 0));
  const before: readonly Phase[] = from !== null && from < first ? [{ state: 'lobby-only', from, to: first }] : [];
  const after: readonly Phase[] = last !== null && (to === null || last < to) ? [{ state: 'lobby-only', from: last, to }] : [];
  return [...before, { state: 'active', from: first, to: last }, ...after];
}

export function analysis(people: readonly Person[], options: MadeOptions = {}): Analysis {
  return analysisOf([meeting(people, options.phases)], options);
}

export function analysisOf(meetings: readonly Meeting[], options: MadeOptions = {}): Analysis {
  const ends = meetings.flatMap(({ participants }) => participants.flatMap(({ leftAt, joinedAt }) => [leftAt ?? 0, joinedAt ?? 0]));
  const last = options.end === undefined ? instant(Math.max(start + 1, ...ends)) : at(options.end);
  return {
    inputs: [
      {
        name: options.input ?? 'bridge.log',
        bytes: 1000,
        lines: 100,
        records: 90,
        events: 40,
        unparsed: 0,
        framings: { syslog: 90 },
        hosts: ['bridge1'],
        zone: { name: 'UTC', basis: 'assumed' },
        year: null,
        repairs: {},
        span: { from: start, to: last },
      },
    ],
    spaces: [{ id: toGuid('22d9f4ca-8b88-4d11-bba9-e2a2f7428c46'), name: options.name ?? 'Weekly Review', meetings }],
    findings: options.findings ?? [],
    behaviours: [],
    strays: [],
    unread: { records: [], recordCount: 0, lines: [], lineCount: 0 },
  };
}

const minute = 60_000;

/** So many guests who come one by one and wait for one host; numbers are pseudo-random, but always the same. */
export function crowd(guests: number, length = 60 * minute): readonly Person[] {
  const random = sequence(7);
  const hostAt = length * 0.3;
  const hostLeft = length * 0.9;
  const host: Person = {
    id: 'host',
    name: 'anna.berger@example.org',
    role: 'host',
    turns: [
      { state: 'connecting', from: hostAt - Math.min(20_000, length * 0.02) },
      { state: 'active', from: hostAt },
    ],
    left: hostLeft,
    reason: 'remote SIP teardown',
  };
  const others = Array.from({ length: guests }, (_, index): Person => {
    const joined = random() ** 2 * length * 0.6 + 200;
    const web = random() < 0.4;
    const id = `guest-${index}`;
    const name = `${givenNames[index % givenNames.length] ?? 'Kim'} ${familyNames[Math.floor(index / 7) % familyNames.length] ?? 'Doe'}`;
    const call: Turn = { state: 'connecting', from: Math.max(0, joined - Math.min(12_000, length * 0.01)) };
    const kind: LegKind = web ? 'web' : 'sip';
    const base = {
      id,
      name: web ? `guest${1000 + index}@example.org` : `${2000 + index}@example.org`,
      ...(web ? { displayName: name } : {}),
      kind,
    };
    if (joined > hostAt) {
      const stays = random() < 0.3;
      const left = joined + random() * (hostLeft - joined);
      return stays
        ? { ...base, turns: [call, { state: 'active', from: joined }, sentBack(hostLeft)] }
        : { ...base, turns: [call, { state: 'active', from: joined }], left, reason: 'remote SIP teardown' };
    }
    if (random() < 0.1)
      return {
        ...base,
        turns: [call, { state: 'lobby', from: joined }],
        left: joined + random() * (hostAt - joined),
        reason: 'remote SIP teardown',
      };
    return {
      ...base,
      turns: [
        call,
        { state: 'lobby', from: joined },
        { state: 'active', from: hostAt + 150, cause: 'activator-joined', by: 'host', delayMs: 150 },
        sentBack(hostLeft),
      ],
      left: hostLeft + random() * length * 0.08,
      reason: random() < 0.5 ? 'remote SIP teardown' : 'local teardown, destination URI not matched',
    };
  });
  return [...others, host];
}

function sentBack(hostLeft: number): Turn {
  return { state: 'lobby', from: hostLeft + 5000, cause: 'last-activator-left', by: 'host', delayMs: 5000 };
}

const givenNames = ['Ada', 'Bo', 'Chiara', 'Dmitri', 'Eun-ji', 'Fatima', 'Giorgos', 'Hiro', 'Ines', 'João', 'Katarzyna', 'Liam', 'Mwangi'];
const familyNames = ['Andersson', 'Bianchi', 'Çelik', 'Dubois', 'Eriksen', 'Fischer', 'García', 'Horváth', 'Ivanova', 'Jansen'];

/** Park and Miller's generator: the same numbers on every machine. */
export function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
