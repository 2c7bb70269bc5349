/**
 * What the behaviour of a space suggests about its configuration. A log never states a configuration: every value here is
 * inferred, says how often it was seen and what speaks against it, and may be wrong.
 */
import type { Guid } from './identity.ts';
import type { Evidence } from './record.ts';
import type { Instant } from './time.ts';
import type { DeactivationMode, ScenarioNumber } from './verdict.ts';

/**
 * How far an inference carries. probable: seen clearly, nothing against it; possible: seen, but too rarely, or other
 * explanations are as good; contradictory: the log shows one thing now and another then.
 */
export type Confidence = 'probable' | 'possible' | 'contradictory';

/** A value read off the behaviour. */
export interface Inference<Value> {
  readonly value: Value;
  readonly confidence: Confidence;
  /** How often the log shows it. */
  readonly seen: number;
  /** How often it shows something else. */
  readonly against: number;
  /** What was seen, as a sentence without its end; it names no person and no time. */
  readonly because: string;
  /** Some of the records; never all of a long log. */
  readonly evidence: readonly Evidence[];
}

/**
 * What became of the guests. returned: to the lobby; disconnected: their calls ended together; stayed: they were still
 * active long after.
 */
export type Aftermath = 'returned' | 'disconnected' | 'stayed';

/** One time that the last host left while guests were active. */
export interface LastHostLeft {
  /** Index of the meeting in its space. */
  readonly meeting: number;
  /** Participant id; null = the log does not tell who it was. */
  readonly host: string | null;
  /** When the host left. */
  readonly at: Instant | null;
  readonly aftermath: Aftermath;
  /** When it happened to the guests (the first of them); for `stayed`: up to when they were seen active. */
  readonly effectAt: Instant;
  /**
   * ms from the leaving to `effectAt`; null = two clocks, or it is not known who was the last host. For `stayed`: how long nobody was there who may be a host,
   * which can be shorter, as people of unknown role may have left after the host.
   */
  readonly delayMs: number | null;
  /** Participant ids of the guests concerned. */
  readonly guests: readonly string[];
  /** When a host was there again. */
  readonly hostAgainAt: Instant | null;
  readonly evidence: readonly Evidence[];
}

/**
 * How long callers needed from the call's set-up to joining. direct: no prompt to be seen; constant: always the same time,
 * as when a prompt times out; varying: as when people type; single: one call tells nothing.
 */
export type EntryKind = 'direct' | 'constant' | 'varying' | 'single';

export interface Entry {
  readonly kind: EntryKind;
  /** Calls that it was seen with. */
  readonly seen: number;
  /** Calls that do not fit a constant time. */
  readonly others: number;
  readonly shortestMs: number;
  readonly longestMs: number;
}

/** An address that people called to come in, and what became of them. */
export interface AddressUse {
  /** In lower case, without scheme. */
  readonly address: string;
  readonly guests: number;
  readonly hosts: number;
  /** Of whom the log does not tell the role. */
  readonly others: number;
  readonly guestEntry: Entry | null;
  readonly hostEntry: Entry | null;
  readonly evidence: readonly Evidence[];
}

/** A way to tell guests from hosts that fits what was seen. */
export interface ScenarioGuess {
  readonly scenario: ScenarioNumber;
  readonly confidence: Confidence;
  /** Sentences without their ends. */
  readonly reasons: readonly string[];
  readonly doubts: readonly string[];
}

export interface Behaviour {
  readonly space: Guid | null;
  readonly spaceName: string | null;
  /** Each time the last host left, in the order of time. */
  readonly departures: readonly LastHostLeft[];
  readonly deactivationMode: Inference<DeactivationMode> | null;
  /** Milliseconds, as configured: whole seconds. */
  readonly deactivationModeTime: Inference<number> | null;
  /** Milliseconds from a guest's call to its joining, where it is always the same: prompt and `passcodeTimeout`. */
  readonly pinWait: Inference<number> | null;
  readonly addresses: readonly AddressUse[];
  /** The likeliest first; empty where nothing tells. */
  readonly scenarios: readonly ScenarioGuess[];
}
