/** What an analysis can be told. */
import type { FindingOptions } from '#findings/index.ts';
import type { Grammar } from '#grammar/index.ts';
import type { Redaction } from '#redaction/index.ts';
import type { KeepMeeting, PlacedMeeting } from './spaces.ts';

export interface AnalyzeOptions {
  /** Zone of stamps that name none: IANA, `+02:00`. Default: found in the log, else UTC. */
  readonly zone?: string | null;
  /** Year of the first stamp, for stamps without one. Default: inferred. */
  readonly year?: number | null;
  /** Date of the last record of logs that show none (diagnostics): ms of its midnight, as if UTC. */
  readonly date?: number | null;
  /** Bytes of one record; longer ones are cut and counted. */
  readonly maxRecord?: number | null;
  /** Records of the Call Bridge that resemble no wording are kept by kinds, too: all of them have to be read for it. */
  readonly keepStrange?: boolean;
  /** The present, ms UTC: a log is not from the future. Default: the clock. */
  readonly now?: number;
  /** Whether the analysis keeps every event that was understood. */
  readonly keepEvents?: boolean;
  /** Whether legs carry what ties their identities: half of what they take in memory. Default: yes. */
  readonly keepTies?: boolean;
  /** Told of every meeting as soon as it is over; the analysis holds it all the same. */
  readonly onMeeting?: (placed: PlacedMeeting) => void;
  /** Keeps a meeting that is over in a form of its own; returns how to have it again. Default: it is held as it is. */
  readonly keep?: KeepMeeting;
  /** How the sentences of findings write times, given the zone of the log; UTC when it is not given. */
  readonly clockOf?: (zone: string) => FindingOptions['clock'];
  /** The wordings to read by. Default: those of the program. */
  readonly grammar?: Grammar;
  readonly findings?: FindingOptions;
  /** Whether pseudonyms stand for all names, addresses and ids; a redaction of the caller's tells what they stand for. */
  readonly redact?: boolean | Redaction;
}
