/** What correlation makes of events: call legs, what ties their identities, and what happened to them in a meeting. */
import type { Guid } from './identity.ts';
import type { Evidence } from './record.ts';
import type { Instant } from './time.ts';

/** sip: a SIP call; web: web app or client; recorder and streamer look like participants, but are no people. */
export type LegKind = 'sip' | 'web' | 'recorder' | 'streamer' | 'unknown';

/** What is known of one leg by name: the identities that ties connect. */
export type IdentityKind =
  | 'call-number'
  | 'call-leg'
  | 'sip-call-id'
  | 'participant'
  | 'user'
  | 'display-name'
  | 'address'
  | 'conference'
  | 'api-call'
  | 'space';

/** stated: one record names both; adjacent: two records of one moment belong together; elimination: nothing else is left. */
export type TieBasis = 'stated' | 'adjacent' | 'same-name' | 'elimination';

/** Two identities of one leg, and why they are taken for one. */
export interface Tie {
  readonly a: { readonly kind: IdentityKind; readonly value: string };
  readonly b: { readonly kind: IdentityKind; readonly value: string };
  readonly basis: TieBasis;
  readonly evidence: readonly Evidence[];
}

export interface Leg {
  /** Unique in an analysis. */
  readonly id: string;
  /** The Call Bridge. */
  readonly host: string | null;
  readonly kind: LegKind;
  readonly callNumber: number | null;
  readonly callLegId: Guid | null;
  readonly sipCallId: string | null;
  /** A JID or guest account. */
  readonly user: string | null;
  /** Far end, without scheme. */
  readonly address: string | null;
  readonly displayName: string | null;
  /** Local URI of an incoming call, without scheme: it tells the way in. */
  readonly dialled: string | null;
  readonly setUp: Sign | null;
  readonly ended: (Sign & { readonly reason: string | null }) | null;
  readonly ties: readonly Tie[];
}

/** A moment at which a record said something. */
export interface Sign {
  readonly at: Instant;
  /** Order of the record in its host's log. */
  readonly order: number;
  /** The finest unit of the stamp, ms. */
  readonly precision: 1 | 1000;
  readonly evidence: Evidence;
}

/** lost: somebody of whom no record names the leg may have changed here; from here on the state is not known. */
export type SignalKind = 'joined' | 'deactivated' | 'activated' | 'lost' | 'left';

/** What the state machine hears about one leg. */
export interface Signal extends Sign {
  readonly kind: SignalKind;
}

/** One presence in one space: who comes back has another. */
export interface Presence {
  readonly leg: Leg;
  /** As logged; null for a leg that the log never names. */
  readonly name: string | null;
  /** In the order of the log of its host; `joined` is absent when the log starts later. */
  readonly signals: readonly Signal[];
  /** false = the log holds no call and activation records of this host: the state cannot be told. */
  readonly activationLogged: boolean;
  /** true = several people of this name were present, and the log does not tell which of them left at that moment. */
  readonly doubtfulEnd: boolean;
}

/** What happened to the space as a whole. */
export type SpaceSign = Sign &
  (
    | { readonly kind: 'locked' | 'unlocked'; readonly conference: Guid }
    | { readonly kind: 'configuration-changed'; readonly by: string; readonly what: string }
    | { readonly kind: 'moved'; readonly leg: Guid; readonly user: string }
  );

/** Everything the log says of one meeting: from the first joining of an empty space until it is empty again. */
export interface MeetingFacts {
  readonly space: Guid | null;
  readonly spaceName: string | null;
  readonly conferences: readonly string[];
  readonly hosts: readonly string[];
  readonly presences: readonly Presence[];
  readonly signs: readonly SpaceSign[];
  /** Conferences that ended while they were locked, and when: their locks with them. */
  readonly lockEnds: ReadonlyMap<Guid, Instant>;
  /** false = somebody was there when the log began, so that the beginning is unknown. */
  readonly startKnown: boolean;
  /** false = the log ends before the meeting does. */
  readonly endKnown: boolean;
}

/** A leg that was set up and ended, and never joined a space that the log names. */
export interface StrayLeg {
  readonly leg: Leg;
}
