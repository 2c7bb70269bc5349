/** The whole result: what every renderer gets. */
import type { Behaviour } from './behaviour.ts';
import type { CmsEvent, Unread } from './event.ts';
import type { Finding } from './finding.ts';
import type { StrayLeg } from './leg.ts';
import type { FramingName, RepairName } from './record.ts';
import type { Span } from './time.ts';
import type { Space } from './timeline.ts';

/** On what the zone of an input's stamps rests. */
export type ZoneBasis = 'option' | 'log' | 'assumed';

export interface InputSummary {
  readonly name: string;
  /** After decompression. */
  readonly bytes: number;
  readonly lines: number;
  readonly records: number;
  /** Records that the grammar understood as call, participant, conference or activation events. */
  readonly events: number;
  /** Lines that belong to no record. */
  readonly unparsed: number;
  readonly framings: Readonly<Partial<Record<FramingName, number>>>;
  readonly hosts: readonly string[];
  readonly zone: { readonly name: string; readonly basis: ZoneBasis };
  /** null = the stamps have a year. */
  readonly year: { readonly first: number; readonly basis: ZoneBasis } | null;
  readonly repairs: Readonly<Partial<Record<RepairName, number>>>;
  /** From the first to the last stamp. */
  readonly span: Span;
}

/** A line that belongs to no record. */
export interface UnparsedLine {
  readonly input: string;
  readonly line: number;
  readonly text: string;
}

/** What differs in ids, numbers and quoted names only. */
export interface Alike<Item> {
  /** All of them. */
  readonly count: number;
  /** Some of them, the first ones. */
  readonly items: readonly Item[];
}

/** What was not understood; lists are cut at a limit, counts are not. */
export interface UnreadSummary {
  /** Records that begin like a known message but are none. */
  readonly records: readonly Unread[];
  readonly recordCount: number;
  readonly lines: readonly UnparsedLine[];
  readonly lineCount: number;
  /** The same, by kinds, in the order in which each was met first. */
  readonly alike?: {
    readonly records: readonly Alike<Unread>[];
    readonly lines: readonly Alike<UnparsedLine>[];
    /** Records of the Call Bridge that begin like no known message: kept only where they are asked for. */
    readonly strange: readonly Alike<Unread>[];
  };
}

export interface Analysis {
  readonly inputs: readonly InputSummary[];
  readonly spaces: readonly Space[];
  readonly findings: readonly Finding[];
  /** What each space suggests about its configuration, in the order of the spaces. */
  readonly behaviours: readonly Behaviour[];
  /** Legs that ended without having joined a space. */
  readonly strays: readonly StrayLeg[];
  readonly unread: UnreadSummary;
  /** All that was understood, in the order of the log: kept only where it is asked for. */
  readonly events?: readonly CmsEvent[];
}
