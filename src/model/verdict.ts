/** What a guest/host configuration amounts to: the result of `check`, and what its renderers get. No passcode is in here, only relations of passcodes. */
import type { Finding, Severity } from './finding.ts';
import type { Role } from './timeline.ts';

/**
 * The levels at which profiles attach, least to most specific (stated by Cisco as the scopes of `callLegProfileTrace`;
 * `callOut` and `callLeg` are of single calls, not of a configuration).
 */
export type LevelName = 'global' | 'tenant' | 'coSpace' | 'accessMethod' | 'coSpaceUser';

/**
 * Why a value cannot be told. not-given: the object is not among the answers; missing: a complete list does not hold it;
 * abridged: only a list's item or a cut object was given; illegible: the value is damaged beyond mending.
 */
export type UnknownReason = 'not-given' | 'missing' | 'abridged' | 'illegible';

/** One parameter after the levels were merged. Unset is not false: nothing sets it at any level. */
export type Resolved<T> =
  | { readonly state: 'set'; readonly value: T; readonly level: LevelName; readonly profile: string }
  | { readonly state: 'unset' }
  | { readonly state: 'unknown'; readonly level: LevelName; readonly profile: string | null; readonly why: UnknownReason };

export type DeactivationMode = 'deactivate' | 'disconnect' | 'remainActivated';
export type PasscodeMode = 'required' | 'timeout';
export type LockMode = 'all' | 'needsActivation';

/** What a call leg profile says of guests and hosts. */
export interface CallLegParameters {
  /** true = guest, false = host, unset = neither: active at once, but activates nobody. */
  readonly needsActivation: Resolved<boolean>;
  readonly deactivationMode: Resolved<DeactivationMode>;
  /** Seconds. */
  readonly deactivationModeTime: Resolved<number>;
}

/** What a call profile says of prompts and locks. SIP only where passcodes are concerned (stated, 2.1). */
export interface CallParameters {
  readonly passcodeMode: Resolved<PasscodeMode>;
  /** Seconds. */
  readonly passcodeTimeout: Resolved<number>;
  readonly locked: Resolved<boolean>;
  readonly lockMode: Resolved<LockMode>;
}

export interface WayParameters extends CallLegParameters, CallParameters {}

/** neither: `needsActivation` is unset at every level. */
export type AccessRole = 'guest' | 'host' | 'neither' | 'unknown';
/** What becomes of somebody who takes a way in. */
export type Outcome = AccessRole | 'refused';

/** How a space is entered: by an address that is dialled, a call ID that is typed, or signing in as a member. */
export type Door =
  | { readonly kind: 'uri'; readonly address: string }
  | { readonly kind: 'callId'; readonly address: string }
  | { readonly kind: 'member'; readonly user: string };

/**
 * What is asked at a door. none: no passcode; blank: a passcode may be typed for another way in, nothing is for this one;
 * set: this way's own passcode; other: none or one that fits nothing; unknown: the answer does not tell.
 */
export type PasscodeNeed =
  | { readonly kind: 'none' | 'blank' | 'other' | 'unknown' }
  | {
      readonly kind: 'set';
      /** Names of other ways in of the space with the very same passcode. */
      readonly sameAs: readonly string[];
    };

export interface WayIn {
  /** Unique in a space, and speaking: `uri guestpin.space`, `call ID 889 (access method …)`. */
  readonly name: string;
  readonly door: Door;
  readonly passcode: PasscodeNeed;
  /** null = the space itself, the default access method. */
  readonly accessMethod: { readonly id: string; readonly name: string | null } | null;
  readonly outcome: Outcome;
  /** On what the outcome rests, in one sentence without its end. */
  readonly why: string;
  readonly parameters: WayParameters;
}

/** A call to the API that would change or tell something. Shown, never made. */
export interface ApiCall {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Behind `/api/v1`. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What is wrong with a configuration, and what would mend it. */
export interface Fault {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Names of ways in. */
  readonly ways: readonly string[];
  readonly changes: readonly ApiCall[];
}

/** The four ways to tell guests from hosts, as Cisco's document numbers them. */
export type ScenarioNumber = 1 | 2 | 3 | 4;

export interface Scenario {
  readonly number: ScenarioNumber;
  readonly sentence: string;
}

/** One level of a space's hierarchy and what is attached to it. */
export interface Level {
  readonly name: LevelName;
  /** Of the object; null = the system. */
  readonly id: string | null;
  /** Of what object, by name: the space, an access method, a member. */
  readonly of: string;
  readonly callLegProfile: Attached | null;
  /** Attaches at global, tenant and coSpace only (stated). */
  readonly callProfile: Attached | null;
}

export interface Attached {
  readonly id: string;
  readonly name: string | null;
  /** The parameters that it sets, as `name=value`. */
  readonly sets: readonly string[];
  /** null = it was read in full. */
  readonly unknown: UnknownReason | null;
}

/** Where an answer was read. */
export interface Place {
  readonly input: string;
  /** From 1. */
  readonly line: number;
}

export interface SpaceVerdict {
  readonly id: string;
  readonly name: string | null;
  /** Answers that differ for one space are versions of it; the last is the one that counts. */
  readonly version: { readonly number: number; readonly of: number };
  readonly place: Place;
  readonly levels: readonly Level[];
  readonly ways: readonly WayIn[];
  readonly scenarios: readonly Scenario[];
  /** What happens to guests when the last host leaves, in sentences. */
  readonly lastHostLeaves: readonly string[];
  readonly faults: readonly Fault[];
}

/** Something about the answers as such: damage mended, objects without a space, lists cut off. */
export interface Notice {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place | null;
}

/** agrees: seen as predicted; passcode: the log's role is one of those that the passcode decides between. */
export type Agreement = 'agrees' | 'passcode' | 'differs' | 'not-seen' | 'not-predicted';

/** One participant of the log, held against the configuration. */
export interface Prediction {
  readonly space: string;
  /** Id of the participant in the analysis. */
  readonly participant: string;
  readonly participantName: string | null;
  /** What was dialled, or who signed in. */
  readonly took: string;
  /** Names of the ways in that it may have taken. */
  readonly ways: readonly string[];
  readonly predicted: readonly Outcome[];
  readonly observed: Role;
  readonly agreement: Agreement;
  readonly why: string;
}

export interface Comparison {
  readonly predictions: readonly Prediction[];
  readonly findings: readonly Finding[];
}

export interface Verdict {
  readonly spaces: readonly SpaceVerdict[];
  readonly notices: readonly Notice[];
  /** How many objects of each kind were read. */
  readonly objects: Readonly<Record<string, number>>;
  /** How often which damage was mended. */
  readonly mended: Readonly<Record<string, number>>;
  /** Elements that mean nothing here, by name. */
  readonly ignored: Readonly<Record<string, number>>;
  /** null = no log was given. */
  readonly comparison: Comparison | null;
}
