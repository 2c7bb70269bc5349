/**
 * What is open while the log is read: legs, presences and meetings that can still change.
 * Drafts are mutable and stay inside correlation; `settle.ts` turns them into the readonly model.
 */
import type {
  Evidence,
  Guid,
  Instant,
  IdentityKind,
  Leg,
  LegKind,
  LogRecord,
  Sign,
  Signal,
  SignalKind,
  SpaceSign,
  Tie,
  TieBasis,
} from '#model/index.ts';
import { Departures } from './departures.ts';
import { type Namesakes, Present } from './present.ts';
import { Queue } from './queue.ts';

export interface LegDraft {
  readonly bridge: Bridge;
  kind: LegKind;
  callNumber: number | null;
  callLegId: Guid | null;
  sipCallId: string | null;
  user: string | null;
  address: string | null;
  displayName: string | null;
  dialled: string | null;
  conference: Guid | null;
  setUp: Sign | null;
  ended: Leg['ended'];
  /** The log says that it ended without having been connected: nobody joined by it. */
  neverConnected: boolean;
  readonly ties: Tie[];
  /** Activation signals, in the order of the log. */
  readonly signals: Signal[];
  /** The names under which it waits for its participant. */
  readonly awaited: string[];
  /** Where it is, or was last. */
  presence: PresenceDraft | null;
  /** The meeting that an otherwise unknown leg is attributed to. */
  orphanOf: MeetingDraft | null;
}

export interface PresenceDraft {
  readonly meeting: MeetingDraft;
  readonly bridge: Bridge;
  /** How many were opened on its Call Bridge before. */
  readonly nth: number;
  readonly name: string | null;
  leg: LegDraft;
  /** true once a record names participant and leg together. */
  stated: boolean;
  /** false while only `joined conference` was seen. */
  joinedSpace: boolean;
  /** Several calls wait under this name, and no record has told which of them joined. */
  candidates: readonly LegDraft[] | null;
  /** gen-1: the leg deactivated right before the joining; taken unless a record says otherwise. */
  adjacent: LegDraft | null;
  readonly joined: Signal | null;
  left: Signal | null;
  /** The records of the same name did not tell which presence ended. */
  doubtfulEnd: boolean;
  open: boolean;
}

export interface MeetingDraft {
  readonly space: SpaceDraft;
  readonly presences: PresenceDraft[];
  readonly orphans: Set<LegDraft>;
  readonly conferences: Map<Guid, ConferenceDraft>;
  readonly hosts: Set<string>;
  readonly signs: Set<SpaceSign>;
  /** When conferences ended that were locked. */
  readonly lockEnds: Map<Guid, Instant>;
  openCount: number;
  /** When somebody left last. */
  lastLeft: number | null;
  /** While it is empty: the instant after which nothing more is expected. */
  settledAfter: number;
  startKnown: boolean;
  endKnown: boolean;
}

/** A departure that fits several presences: those of its name in its space that had been opened before, or one of which the log knows nothing. */
export interface Doubt {
  readonly name: string;
  readonly space: SpaceDraft;
  readonly sign: Signal;
  readonly record: Timed;
  readonly namesakes: Namesakes<PresenceDraft>;
  /** How many presences had been opened on the Call Bridge. */
  readonly opened: number;
}

export interface SpaceDraft {
  readonly key: string;
  readonly id: Guid | null;
  name: string | null;
  meeting: MeetingDraft | null;
}

/** What is known of an internal conference id. */
export interface ConferenceDraft {
  readonly bridge: Bridge;
  /** The log tells how it began. */
  begun: boolean;
  space: SpaceDraft | null;
  name: string | null;
  /** Its last lock state; it outlasts a meeting, and comes before the first joining. */
  lock: SpaceSign | null;
  /** Those that were said to be in it. */
  readonly apiCalls: Set<Guid>;
}

/** Participants of whose legs nothing was known. */
export interface Nameless {
  readonly presences: readonly PresenceDraft[];
  readonly meetings: readonly MeetingDraft[];
  /** Holds as long as this is what the Call Bridge says, of records whose order lies between these two. */
  readonly changes: number;
  readonly from: number;
  readonly to: number;
  /** Track was lost of all of them. */
  isLost: boolean;
}

/** One Call Bridge: call numbers, legs and conferences are its own. */
export interface Bridge {
  readonly host: string | null;
  /** Whether it is noted why identities are taken for one. */
  readonly keepsTies: boolean;
  readonly calls: Map<number, LegDraft>;
  readonly legs: Map<Guid, LegDraft>;
  /** When there are so many, those of which nothing is known are looked through. */
  mostLegs: number;
  /** Legs that were set up and are in no space yet, by the name that the participant will have. */
  readonly waiting: Map<string, LegDraft[]>;
  /** Presences that are not over. */
  readonly present: Present<PresenceDraft>;
  /** How many presences were opened so far. */
  opened: number;
  /** How often something may have changed in who is there, and under which leg. */
  changes: number;
  /** null = nobody has asked yet. */
  nameless: Nameless | null;
  readonly conferences: Map<Guid, ConferenceDraft>;
  /** Whether its log tells how conferences begin: then one of which it does not began before the log. */
  tellsBeginnings: boolean;
  /** Control GUID → conference. */
  readonly media: Map<Guid, Guid>;
  /** API call → conference. */
  readonly apiCalls: Map<Guid, Guid>;
  /** When an API user last invited somebody: the next outgoing call is to a person, whatever else starts at that moment. */
  invitedAt: number | null;
  /** The leg that was taken for a recorder or streamer only because it was dialled when one was started. */
  supposedMachine: LegDraft | null;
  /** Space name → when streaming or recording was started. */
  readonly starts: Map<string, { readonly kind: 'streamer' | 'recorder'; readonly at: number }>;
  /** Legs deactivated a moment ago whose participant is not known (gen-1), oldest first. */
  readonly deactivated: { readonly leg: LegDraft; readonly meeting: MeetingDraft | null }[];
  /** Which legs these are. */
  readonly expected: Set<LegDraft>;
  /** Legs that ended while their participant has not left yet, oldest first. */
  readonly ending: Queue<LegDraft>;
  /** The last instant at which a leg ended. */
  lastEnd: number;
  /** Those of them whose beginning the log does not hold. */
  readonly endingUnseen: Queue<LegDraft>;
  /** Those of them that have no display name yet, by their user or participant. */
  readonly endingNameless: Map<string, Queue<LegDraft>>;
  /** Departures that fit several presences, oldest first. */
  readonly doubtful: Queue<Doubt>;
  /** Departures of a moment ago, oldest first. */
  readonly departures: Departures<PresenceDraft>;
  /** Legs of unknown participant that no meeting could be found for. */
  readonly unattributed: Set<LegDraft>;
  /** The last joining or leaving: what activation lines of the same moment are about. */
  lastMove: { readonly meeting: MeetingDraft; readonly at: number; readonly precision: number; readonly left: boolean } | null;
  /** The meeting of the last activation line of the same moment. */
  lastSignal: { readonly meeting: MeetingDraft; readonly at: number; readonly kind: Signal['kind'] } | null;
  lastNumber: number;
  lastSetUp: number;
  /** The last instant of its log. */
  lastSeen: number;
  /** Whether call or activation records of this host were seen at all. */
  callsLogged: boolean;
}

export function newBridge(host: string | null, keepsTies: boolean): Bridge {
  return {
    host,
    keepsTies,
    calls: new Map(),
    legs: new Map(),
    mostLegs: 4096,
    waiting: new Map(),
    present: new Present(),
    opened: 0,
    changes: 0,
    nameless: null,
    conferences: new Map(),
    tellsBeginnings: false,
    media: new Map(),
    apiCalls: new Map(),
    invitedAt: null,
    supposedMachine: null,
    starts: new Map(),
    deactivated: [],
    expected: new Set(),
    ending: new Queue(),
    lastEnd: Number.NEGATIVE_INFINITY,
    endingUnseen: new Queue(),
    endingNameless: new Map(),
    doubtful: new Queue(),
    departures: new Departures(),
    unattributed: new Set(),
    lastMove: null,
    lastSignal: null,
    lastNumber: -1,
    lastSetUp: Number.NEGATIVE_INFINITY,
    lastSeen: Number.NEGATIVE_INFINITY,
    callsLogged: false,
  };
}

export function newLeg(bridge: Bridge, kind: LegKind, setUp: Sign | null): LegDraft {
  return {
    bridge,
    kind,
    callNumber: null,
    callLegId: null,
    sipCallId: null,
    user: null,
    address: null,
    displayName: null,
    dialled: null,
    conference: null,
    setUp,
    ended: null,
    neverConnected: false,
    ties: [],
    signals: [],
    awaited: [],
    presence: null,
    orphanOf: null,
  };
}

/** A record with a time, as a sign. */
export interface Timed extends LogRecord {
  readonly at: NonNullable<LogRecord['at']>;
}

export function hasTime(record: LogRecord): record is Timed {
  return record.at !== null;
}

export function sign(record: Timed): Sign {
  return { at: record.at, order: record.order, precision: record.precision, evidence: record };
}

export function signalOf({ at, order, precision, evidence }: Sign, kind: SignalKind): Signal {
  return { at, order, precision, evidence, kind };
}

/** Puts signals in the order of the log, in which they nearly always are. */
export function inOrder(signals: Signal[]): void {
  let last = Number.NEGATIVE_INFINITY;
  for (const { order } of signals) {
    if (order < last) {
      signals.sort((a, b) => a.order - b.order);
      return;
    }
    last = order;
  }
}

/** Notes why two identities of a leg are one. */
export function tie(
  leg: LegDraft,
  a: readonly [IdentityKind, string | number],
  b: readonly [IdentityKind, string | number],
  basis: TieBasis,
  evidence: readonly Evidence[],
): void {
  if (!leg.bridge.keepsTies) return;
  leg.ties.push({
    a: { kind: a[0], value: String(a[1]) },
    b: { kind: b[0], value: String(b[1]) },
    basis,
    evidence,
  });
}
