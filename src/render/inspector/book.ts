/** What the inspector looks things up in: the analysis, indexed. `create-book.ts` makes it. */
import type { Analysis, Evidence, Finding, Meeting, Participant, Role, Space, State } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import { laneLabel } from '#view/labels.ts';
import type { Picture } from '#view/picture.ts';
import type { Extent } from '#view/presence.ts';
import type { Moment } from './moments.ts';
import type { Counts } from './spark.ts';

export const orders = ['time', 'waiting', 'findings', 'space'] as const;
export type Order = (typeof orders)[number];

export interface Filter {
  readonly role: Role | null;
  /** Was in it at any time. */
  readonly state: State | null;
  /** Part of a name, address or id, or a glob; empty = all. */
  readonly participant: string;
  /** As people write times; empty = open. */
  readonly from: string;
  readonly to: string;
}

export const noFilter: Filter = { role: null, state: null, participant: '', from: '', to: '' };

/** A meeting on one row of the list. */
export interface Entry {
  readonly key: string;
  readonly space: Space;
  readonly meeting: Meeting;
  readonly title: string;
  /** null = the log gives it no time at all. */
  readonly extent: Extent | null;
  readonly hosts: number;
  readonly guests: number;
  readonly people: number;
  /** Who was in the lobby, and the longest time anybody was, ms. */
  readonly waiting: number;
  readonly longest: number;
  readonly more: boolean;
  readonly findings: readonly Finding[];
}

/** What is known of one meeting when it is looked at closely. */
export interface Scene {
  readonly entry: Entry;
  readonly picture: Picture | null;
  readonly moments: readonly Moment[];
  readonly byLane: ReadonlyMap<string, Participant>;
  readonly byId: ReadonlyMap<string, Participant>;
  /** `input line` → moments that the record tells of. */
  readonly marks: ReadonlyMap<string, readonly Moment[]>;
  /** Records that matter otherwise: ties, roles, findings. */
  readonly cited: ReadonlySet<string>;
}

export interface Book {
  readonly analysis: Analysis;
  readonly face: ClockFace;
  /** false = the log is still being read: what stands here is what is known so far. */
  readonly whole: boolean;
  readonly entries: readonly Entry[];
  /** Of the whole log: what is worst first, then by time. */
  readonly findings: readonly Finding[];
  readonly byKey: ReadonlyMap<string, Entry>;
  readonly entryOfParticipant: ReadonlyMap<string, Entry>;
  scene(entry: Entry): Scene;
  counts(entry: Entry, cells: number): Counts;
  /** The meetings that pass a filter, in an order. */
  list(order: Order, filter: Filter): readonly Entry[];
}

/** The place of a record as the key of maps. */
export function placeKey({ input, line }: Pick<Evidence, 'input' | 'line'>): string {
  return `${line} ${input}`;
}

/** Everything by which somebody may be looked for. */
export function namesOf(participant: Participant): readonly string[] {
  const { name, leg } = participant;
  const all = [laneLabel(participant), name, leg.displayName, leg.address, leg.user, leg.callLegId, leg.sipCallId, leg.dialled];
  return all.filter((each) => each !== null);
}
