/** What activation makes of legs: spaces, meetings, participants, intervals. The names are those of the export. */
import type { Guid } from './identity.ts';
import type { Leg, SpaceSign } from './leg.ts';
import type { Evidence } from './record.ts';
import type { Instant, Span } from './time.ts';

export type State = 'connecting' | 'lobby' | 'active' | 'unknown';

export type CauseKind =
  | 'call-set-up'
  | 'joined-without-activator'
  | 'joined-active'
  | 'activator-joined'
  | 'last-activator-left'
  | 'released-without-activator'
  | 'deactivated-with-activator'
  | 'log-starts';

/** Why a state began. */
export interface Cause {
  readonly kind: CauseKind;
  /** The activator's participant id. */
  readonly by: string | null;
  /** Milliseconds since what caused it; null = unknown, or the clocks of two hosts do not allow to tell. */
  readonly delayMs: number | null;
  readonly evidence: readonly Evidence[];
}

export interface Interval {
  readonly state: State;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly cause: Cause;
}

/** guest: needs activation; host: an activator. */
export type Role = 'guest' | 'host' | 'unknown';

export type RoleBasis = 'deactivated' | 'released-others' | 'last-activator-left' | 'joined-active-alone' | 'configuration';

export interface Participant {
  /** Unique in an analysis. */
  readonly id: string;
  readonly name: string | null;
  readonly leg: Leg;
  readonly role: Role;
  readonly roleBasis: RoleBasis | null;
  /** The records that the role rests on. */
  readonly roleEvidence: readonly Evidence[];
  readonly connectedAt: Instant | null;
  readonly joinedAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly leftReason: string | null;
  /** Without gaps or overlaps, in order. */
  readonly intervals: readonly Interval[];
  /** The records of joining and leaving, where the log has them. */
  readonly joinedBy: Evidence | null;
  readonly leftBy: Evidence | null;
  /** true = several people of this name were present, and the log does not tell which of them left at `leftAt`. */
  readonly doubtfulEnd: boolean;
  /** Signals that the state machine has no transition for: the log contradicts itself, or records are lost. */
  readonly contradictions: readonly Contradiction[];
}

export interface Contradiction {
  readonly at: Instant;
  readonly what: string;
  readonly evidence: Evidence;
}

export type PhaseState = 'lobby-only' | 'active' | 'unknown';

export interface Phase {
  readonly state: PhaseState;
  readonly from: Instant | null;
  readonly to: Instant | null;
}

export interface Meeting {
  readonly span: Span;
  readonly conferences: readonly string[];
  /** Call Bridges. */
  readonly hosts: readonly string[];
  readonly phases: readonly Phase[];
  /** In the order of joining. */
  readonly participants: readonly Participant[];
  readonly signs: readonly SpaceSign[];
  /** So many participants were left out by a selection; absent = none. Then nothing holds of everybody. */
  readonly omitted?: number;
}

export interface Space {
  readonly id: Guid | null;
  readonly name: string | null;
  readonly meetings: readonly Meeting[];
}
