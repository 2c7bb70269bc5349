/**
 * What there is to see of one meeting, before anybody decides on characters or shapes.
 * `lanes.ts` makes it; every renderer draws it; none of them looks into a participant for what a state means.
 */
import type { Cause, Evidence, Finding, Instant, LegKind, Participant, PhaseState, Role, State } from '#model/index.ts';

/** A stretch of one state on a lane, cut to the picture's bounds. */
export interface Segment {
  readonly state: State;
  readonly from: Instant;
  readonly to: Instant;
  /** The state began before the picture or the log does. */
  readonly openStart: boolean;
  /** The state goes on after the picture or the log ends. */
  readonly openEnd: boolean;
  readonly cause: Cause;
}

export interface Lane {
  /** The participant's id. */
  readonly id: string;
  readonly participant: Participant;
  /** What to call the lane: display name, else name, else the call leg shortened. Safe to print, never empty. */
  readonly label: string;
  readonly role: Role;
  readonly kind: LegKind;
  readonly segments: readonly Segment[];
  /** Moments to mark on the lane. */
  readonly marks: readonly { readonly at: Instant; readonly kind: 'joined' | 'left'; readonly note: string | null }[];
}

/** One cause and all it changed: a host's arrival, or the last departure. */
export interface Link {
  readonly kind: 'activator-joined' | 'last-activator-left';
  /** When the cause happened; null = only the effect is known. */
  readonly at: Instant | null;
  /** The lane of the activator. */
  readonly by: string;
  /** The lanes that changed, and when. */
  readonly effects: readonly { readonly lane: string; readonly at: Instant; readonly delayMs: number | null }[];
  readonly evidence: readonly Evidence[];
}

/** The strip above the lanes. */
export interface Stretch {
  readonly state: PhaseState | 'grace';
  readonly from: Instant;
  readonly to: Instant;
  /** Activators present; null = not known. */
  readonly hosts: number | null;
}

export interface Picture {
  readonly title: string;
  readonly spaceId: string | null;
  /** What is drawn, from left to right. */
  readonly from: Instant;
  readonly to: Instant;
  /** Up to where the log tells. Behind it, what is open is drawn on a little, so that it is seen; no time counts from there. */
  readonly known: Instant;
  /** Whether the meeting itself began or ended outside the log. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly strip: readonly Stretch[];
  readonly lanes: readonly Lane[];
  readonly links: readonly Link[];
  readonly findings: readonly Finding[];
  readonly hosts: readonly string[];
}
