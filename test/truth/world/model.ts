/** What there is in the world while it runs, and what remains of it as the truth. */
import type { Medium, Mode, Release, Role } from './script.ts';

export interface Bridge {
  readonly index: number;
  readonly name: string;
  readonly skewMs: number;
  readonly firstCall: number;
  nextCall: number;
  /** True time of its latest record: its log never goes back. */
  lastAt: number;
  /** It takes no calls before: it restarts. */
  upAt: number;
}

/** One conference of a space on one bridge, from its first leg to its last. */
export interface Room {
  readonly id: string;
  readonly media: string;
  readonly bridge: Bridge;
  readonly openedAt: number;
  legs: number;
}

export type Why =
  | 'joined-waiting'
  | 'joined-active'
  | 'activator-joined'
  | 'last-activator-left'
  | 'admitted'
  | 'unlocked'
  | 'sent-to-lobby';

/** A change of state, at the true time of the record that shows it. */
export interface Change {
  readonly state: 'lobby' | 'active';
  readonly at: number;
  readonly why: Why;
  /** Whose joining or leaving caused it, and when (true time of that record). */
  readonly by: Leg | null;
  readonly byAt: number | null;
  /** So many activators were in the space at that moment; whether it was locked. */
  readonly activators: number;
  readonly locked: boolean;
  /** So many others wait in the lobby when it is done. */
  readonly waiting: number;
}

export interface Leg {
  readonly index: number;
  readonly space: Space;
  readonly bridge: Bridge;
  /** Given with the first record of the call: numbers never fall while a bridge runs. */
  number: number;
  readonly id: string;
  /** The leg that `API call leg … in call …` names: for outgoing legs often another one than `id`. */
  readonly apiLeg: string;
  readonly sipCallId: string | null;
  readonly user: string;
  readonly display: string | null;
  readonly dialled: string | null;
  /** gateway: a call between two addresses, in no space. */
  readonly medium: Medium | 'recorder' | 'streamer' | 'gateway';
  readonly role: Role;
  setUpAt: number;
  joinedAt: number | null;
  leftAt: number | null;
  leftReason: string | null;
  /** The bridge restarted: no record tells that the leg is gone. */
  crashedAt: number | null;
  state: 'connecting' | 'lobby' | 'active' | 'gone';
  room: Room | null;
  readonly changes: Change[];
  /** Legs of its own bridge that followed its joining, or its leaving, in the same millisecond, with no lock on. */
  releasedBeside: readonly Leg[];
  deactivatedBeside: readonly Leg[];
  /** So many legs at all, on any bridge, at any delay. */
  released: number;
  deactivated: number;
}

export interface Meeting {
  readonly legs: Leg[];
  readonly rooms: Room[];
}

export interface Space {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly uri: string;
  readonly correlator: string;
  readonly apiCall: string;
  mode: Mode;
  graceMs: number;
  lockMode: 'all' | 'needsActivation';
  locked: boolean;
  lockedAt: number;
  /** From, to: the times when it was really locked. */
  readonly locks: { readonly from: number; to: number | null }[];
  readonly present: Leg[];
  readonly rooms: Map<Bridge, Room>;
  readonly meetings: Meeting[];
  /** Fires when `deactivationModeTime` is over; an activator who comes back stops it. */
  timer: { stopped: boolean } | null;
  emptiedAt: number;
  readonly quiet: Quiet;
}

/** What happened lately and what is sure to happen soon, as far as its records could be misread. */
export interface Quiet {
  joinedAt: number;
  leftAt: number;
  firedAt: number;
  /** When somebody left, in order. */
  readonly leavings: number[];
  readonly planned: { readonly at: number; readonly what: 'release' | 'firing'; done: boolean }[];
}

/** Something that a bridge writes to its log. */
export interface Happening {
  /** True time; the stamp is this plus the bridge's skew. */
  readonly at: number;
  readonly bridge: Bridge;
  readonly what: What;
}

export type LegKind =
  | 'incoming'
  | 'outgoing'
  | 'ringing'
  | 'media'
  | 'configured'
  | 'allocated'
  | 'prompt-over'
  | 'account'
  | 'session'
  | 'configuring'
  | 'ceasing'
  | 'joined'
  | 'session-over'
  | 'tearing-down'
  | 'destroying'
  | 'left'
  | 'account-over'
  | 'dialled-out'
  /** The web app's own records of one who joins and leaves, and somebody who shows a presentation. */
  | 'web-join'
  | 'web-leave'
  | 'sharing';

export type What =
  | { readonly kind: LegKind; readonly leg: Leg }
  | { readonly kind: 'in-conference' | 'api-leg'; readonly leg: Leg; readonly room: Room }
  | { readonly kind: 'ending'; readonly leg: Leg; readonly reason: string; readonly answered: boolean }
  | { readonly kind: 'move'; readonly leg: Leg; readonly to: Space }
  | { readonly kind: 'opened'; readonly space: Space; readonly room: Room; readonly locked: boolean }
  | { readonly kind: 'closed'; readonly room: Room }
  | { readonly kind: 'lock'; readonly room: Room; readonly locked: boolean }
  | { readonly kind: 'unencrypted' | 'streaming' | 'modified'; readonly space: Space }
  | { readonly kind: 'forwarding'; readonly from: string; readonly to: string }
  | { readonly kind: 'noise'; readonly what: number; readonly salt: number };

export interface World {
  readonly release: Release;
  readonly start: number;
  readonly end: number;
  readonly bridges: readonly Bridge[];
  readonly spaces: readonly Space[];
  /** Those who joined, and those whose call failed before. */
  readonly legs: readonly Leg[];
  /** In the order of time, and of writing within one bridge. */
  readonly happenings: readonly Happening[];
  readonly restarts: readonly { readonly bridge: Bridge; readonly at: number }[];
}
