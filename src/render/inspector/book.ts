/** What the inspector looks things up in. `create-book.ts` makes it of entries, which are made where the log is read. */
import type {
  Analysis,
  Evidence,
  Finding,
  InputSummary,
  Instant,
  Meeting,
  Participant,
  Role,
  Severity,
  Space,
  State,
} from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import type { Lane, Picture } from '#view/picture.ts';
import type { Extent } from '#view/presence.ts';
import { safe } from '#view/safe.ts';
import type { Crowd } from './crowd.ts';
import type { Moment } from './moments.ts';

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

/** An input as people call it. */
export function inputWords(name: string): string {
  return name === '-' ? 'standard input' : safe(name);
}

export const noFilter: Filter = { role: null, state: null, participant: '', from: '', to: '' };

/** Findings by their numbers in the list of all, and how grave the gravest of them is. */
export interface Tally {
  readonly numbers: readonly number[];
  /** null = there is none. */
  readonly worst: Severity | null;
}

/** A meeting on one row of the list: all of it that is looked at while another one is open. */
export interface Entry {
  readonly key: string;
  readonly space: Pick<Space, 'id' | 'name'>;
  readonly title: string;
  /** null = the log gives it no time at all. */
  readonly extent: Extent | null;
  /** false = it began before the log. */
  readonly startKnown: boolean;
  readonly hosts: number;
  readonly people: number;
  /** Who was in the lobby, and the longest time anybody was, ms. */
  readonly waiting: number;
  readonly longest: number;
  readonly more: boolean;
  /** The first thing that is known, and its record. */
  readonly begins: { readonly at: Instant; readonly evidence: Pick<Evidence, 'input' | 'line'> | null } | null;
  /** How many changes are known: more of them are news. */
  readonly changes: number;
  readonly findings: Tally;
  /** Everybody in it, and how many were where over its time. */
  readonly crowd: Crowd;
}

/** A finding, and the meeting that it leads to. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** The key of an entry; null = it is about the log as a whole. */
  readonly entry: string | null;
}

/** Findings as they are listed; they need not all be at hand. */
export type FindingList = Pick<readonly PlacedFinding[], 'length' | 'at'>;

/** What is known of one meeting when it is looked at closely. */
export interface Scene {
  readonly entry: Entry;
  readonly meeting: Meeting;
  readonly findings: readonly Finding[];
  /** This meeting alone, as those take it who draw analyses. */
  readonly analysis: Analysis;
  /** What happened, in a few sentences. */
  readonly summary: readonly string[];
  readonly picture: Picture | null;
  readonly moments: readonly Moment[];
  readonly byLane: ReadonlyMap<string, Participant>;
  readonly byId: ReadonlyMap<string, Participant>;
  /** `input line` → moments that the record tells of. */
  readonly marks: ReadonlyMap<string, readonly Moment[]>;
  /** Records that matter otherwise: ties, roles, findings. */
  readonly cited: ReadonlySet<string>;
}

/** Scenes by need. */
export interface Scenes {
  /** null = it is on its way; it is told when it has come. */
  of(entry: Entry): Scene | null;
}

export interface Book {
  readonly inputs: readonly InputSummary[];
  readonly face: ClockFace;
  /** false = the log is still being read: what stands here is what is known so far. */
  readonly whole: boolean;
  readonly entries: readonly Entry[];
  /** Of the whole log: what is worst first, then by time (as `placedFindings` has them). */
  readonly findings: FindingList;
  readonly byKey: ReadonlyMap<string, Entry>;
  scene(entry: Entry): Scene | null;
  /** The meetings that pass a filter, in an order. */
  list(order: Order, filter: Filter): readonly Entry[];
  /** The lanes of a meeting that pass a filter. */
  lanes(scene: Scene, filter: Filter): readonly Lane[];
}

/** A text as it is searched: case and the way accents are composed do not matter. */
export function searchable(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** The place of a record as the key of maps. */
export function placeKey({ input, line }: Pick<Evidence, 'input' | 'line'>): string {
  return `${line} ${input}`;
}
