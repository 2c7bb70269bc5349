/**
 * What people and administrators do: the input of the world, small and plain so that fast-check can shrink it.
 * Indices mean "that entry, counted round": a script from which parts were taken away is still lawful.
 */

/** 2.1 writes gen-1; 2.9 gen-2 with XMPP; 3.8 gen-2 with the web app. */
export type Release = '2.1' | '2.9' | '3.8';

/** `needsActivation` of the leg's profile: true, false, unset. */
export type Role = 'guest' | 'host' | 'neither';

/** A SIP call, a web guest, a signed-in member on the web, a SIP call that an API user dials out. */
export type Medium = 'sip' | 'web' | 'member' | 'dial-out';

/** `deactivationMode` */
export type Mode = 'deactivate' | 'disconnect' | 'remainActivated';

/** Between answering a SIP call and joining: nothing asked, the PIN prompt timed out, a PIN typed. */
export type Prompt = 'none' | 'timeout' | 'typed';

export interface BridgeScript {
  readonly name: string;
  /** The clock of this bridge against true time. */
  readonly skewMs: number;
  readonly firstCall: number;
}

export interface SpaceScript {
  readonly name: string;
  /** The same in several worlds that follow each other in one log. */
  readonly id?: string;
  readonly mode: Mode;
  /** `deactivationModeTime` */
  readonly graceSeconds: number;
  readonly lockMode: 'all' | 'needsActivation';
}

export type Deed =
  | {
      readonly do: 'arrive';
      readonly space: number;
      readonly bridge: number;
      readonly role: Role;
      readonly by: Medium;
      /** The same number is the same person; a second presence is a second device. */
      readonly person: number;
      readonly prompt: Prompt;
      /** From the set-up of the call to joining; a time of its kind without it. */
      readonly waitMs?: number;
      /** So many people, joining in the same millisecond. */
      readonly count: number;
    }
  | { readonly do: 'leave'; readonly who: number; readonly count: number }
  /** Within a moment, as at the end of a meeting. */
  | { readonly do: 'empty'; readonly space: number; readonly only: 'hosts' | 'everybody' }
  | { readonly do: 'lock' | 'unlock'; readonly space: number }
  /** One person out of the lobby, or into it. */
  | { readonly do: 'admit' | 'lobby'; readonly who: number }
  | { readonly do: 'move'; readonly who: number; readonly space: number }
  /** Starts it, or stops it. */
  | { readonly do: 'record' | 'stream'; readonly space: number; readonly bridge: number }
  | {
      readonly do: 'fail';
      readonly how: 'unmatched' | 'gave-up' | 'unanswered';
      readonly space: number;
      readonly bridge: number;
      readonly person: number;
    }
  | { readonly do: 'gateway'; readonly bridge: number; readonly person: number }
  | { readonly do: 'configure'; readonly space: number; readonly mode: Mode; readonly graceSeconds: number }
  /** Shows a presentation. */
  | { readonly do: 'share'; readonly who: number }
  | { readonly do: 'noise'; readonly bridge: number; readonly what: number }
  /** Numbers of calls begin again; whoever is on this bridge is gone without a record. */
  | { readonly do: 'restart'; readonly bridge: number };

export interface Action {
  /** Milliseconds since the action before. */
  readonly after: number;
  readonly deed: Deed;
}

export interface Script {
  /** Of ids and of the small times between records. */
  readonly seed: number;
  readonly release: Release;
  /** True time, UTC. */
  readonly start: number;
  readonly bridges: readonly BridgeScript[];
  readonly spaces: readonly SpaceScript[];
  readonly actions: readonly Action[];
  /**
   * Two things whose records would read as one (somebody joins, and an unlock releases the lobby in the same
   * millisecond) keep this distance. A log in whole seconds needs a longer one.
   */
  readonly quietMs: number;
}
