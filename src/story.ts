/** Several inputs → one story: events in the order of time, each input's own order kept, doubles told once. */
import { withoutBlanks } from '#framing/index.ts';
import type { CmsEvent, LogRecord, Mutable } from '#model/index.ts';

export interface Story {
  /** One more input; returns its number. */
  strand(): number;
  /** No input is added any more: from here on events are told. */
  seal(): void;
  /** There is one input and no order to find: whoever adds its events could as well tell them. */
  isAlone(): boolean;
  /** The next event of an input, which is the story's from here on. */
  add(input: number, event: CmsEvent): void;
  /** An input is over. */
  end(input: number): void;
  /** The input that has to go on before the next event is certain; null = none, all that is there was told. */
  waitsFor(): number | null;
}

interface Strand {
  events: CmsEvent[];
  next: number;
  over: boolean;
  /** Instant of its first event: of two inputs, the one that began earlier goes first where the stamps are equal. */
  begins: number;
  /** Events of the present instant that were told, by what they say. */
  readonly said: Map<string, number>;
  /** Whether it has events of the facility of spaces (`local0`), and of the others. */
  readonly has: { spaces: boolean; others: boolean };
  /** Whose events these are, where they do not name their host, but were also told by one. */
  host: string | null;
}

/** Begins a story. A single input needs no order: its events are told as they come. */
export function createStory(tell: (event: CmsEvent) => void): Story {
  const strands: Strand[] = [];
  let sealed = false;
  let alone = false;
  const told = new Map<string, Told[]>();
  let instant = Number.NEGATIVE_INFINITY;
  /** What was told of the present instant, until two inputs may have told the same. */
  const present: { readonly strand: Strand; readonly record: LogRecord; readonly host: string | null }[] = [];
  let isCompared = false;
  /** Which of the inputs has told it, of each host. */
  const speakers = new Map<string | null, Strand>();
  let order = 0;

  /** Whether another input has told something of a host in the present instant, or of one that it does not name. */
  function mayBeTold(strand: Strand, host: string | null): boolean {
    if (host === null) return speakers.values().some((speaker) => speaker !== strand);
    return (speakers.get(host) ?? strand) !== strand || (speakers.get(null) ?? strand) !== strand;
  }

  /**
   * Overlapping and doubled inputs: what one host said in one instant counts as often as the input that has it most. Most instants are of one
   * input, or of several hosts, of which nothing is to be compared.
   */
  function isDouble(strand: Strand, event: CmsEvent): boolean {
    const at = event.record.at ?? instant;
    if (at !== instant) {
      instant = at;
      present.length = 0;
      speakers.clear();
      isCompared = false;
    }
    const { host } = event.record;
    if (!isCompared) {
      if (!mayBeTold(strand, host)) {
        speakers.set(host, strand);
        // The host as the record names it: it may be filled in before this is compared.
        present.push({ strand, record: event.record, host });
        return false;
      }
      isCompared = true;
      told.clear();
      for (const each of strands) each.said.clear();
      for (const said of present) isSaid(said.strand, said.record, said.host);
    }
    return isSaid(strand, event.record, host);
  }

  /**
   * Web Admin names no host: an input that says the same as a host's, to the millisecond, is of that host from there on.
   */
  function isSaid(strand: Strand, { message, precision }: LogRecord, host: string | null): boolean {
    const key = withoutBlanks(message);
    const said = (strand.said.get(key) ?? 0) + 1;
    strand.said.set(key, said);
    const known = told.get(key)?.find((before) => isOneHost(before.host, host));
    if (known === undefined) {
      told.set(key, [...(told.get(key) ?? []), { host, count: said }]);
      return false;
    }
    if (host === null && precision === 1) strand.host = known.host;
    if (said <= known.count) return true;
    known.count = said;
    return false;
  }

  function go(): void {
    for (;;) {
      const first = earliest(strands);
      if (first === null) return;
      const event = first.events[first.next];
      if (event === undefined) return;
      first.next += 1;
      if (first.next > 4096) {
        first.events = first.events.slice(first.next);
        first.next = 0;
      }
      if (isDouble(first, event)) continue;
      order += 1;
      // The events are the story's own: nobody else has seen them yet.
      const own: Mutable<LogRecord> = event.record;
      own.host ??= first.host;
      own.order = order;
      tell(event);
    }
  }

  return {
    strand() {
      strands.push({
        events: [],
        next: 0,
        over: false,
        begins: Number.POSITIVE_INFINITY,
        said: new Map(),
        has: { spaces: false, others: false },
        host: null,
      });
      return strands.length - 1;
    },
    seal() {
      sealed = true;
      alone = strands.length === 1;
      if (alone) for (const event of strands[0]?.events.splice(0) ?? []) tell(event);
    },
    isAlone: () => alone,
    add(input, event) {
      if (alone) return tell(event);
      const strand = strands[input];
      if (strand === undefined) return;
      if (strand.begins === Number.POSITIVE_INFINITY) strand.begins = event.record.at ?? Number.NEGATIVE_INFINITY;
      strand.has[isOfSpaces(event) ? 'spaces' : 'others'] = true;
      strand.events.push(event);
    },
    end(input) {
      const strand = strands[input];
      if (strand !== undefined) strand.over = true;
      if (sealed && !alone) go();
    },
    waitsFor() {
      if (!sealed || alone) return null;
      go();
      const waiting = strands.findIndex((strand) => !strand.over && strand.next >= strand.events.length);
      return waiting < 0 ? null : waiting;
    },
  };
}

/** Whether two records may be of one host: one that names none may be of any. */
function isOneHost(one: string | null, other: string | null): boolean {
  return one === other || one === null || other === null;
}

/** What was said in the present instant, by whom, and how often. */
interface Told {
  readonly host: string | null;
  count: number;
}

/** The order of causes in one instant, as the Call Bridge writes it (seen): inputs that were parted by facility have lost it. */
const causes: Readonly<Partial<Record<CmsEvent['kind'], number>>> = {
  'call-ending': 0,
  'participant-left-space': 1,
  'leg-deactivated': 2,
  'participant-joined-space': 3,
  'participant-joined-conference': 3,
  'leg-activated': 4,
};

/** The strand with the earliest next event; null while one that goes on has none. */
function earliest(strands: readonly Strand[]): Strand | null {
  let best: Strand | null = null;
  let bestEvent: CmsEvent | null = null;
  for (const strand of strands) {
    const event = strand.events[strand.next];
    if (event === undefined) {
      if (strand.over) continue;
      return null;
    }
    if (best === null || bestEvent === null || isBefore(event, strand, bestEvent, best)) {
      best = strand;
      bestEvent = event;
    }
  }
  return best;
}

function isBefore(event: CmsEvent, strand: Strand, best: CmsEvent, bestStrand: Strand): boolean {
  const at = event.record.at ?? Number.NEGATIVE_INFINITY;
  const bestAt = best.record.at ?? Number.NEGATIVE_INFINITY;
  if (at !== bestAt) return at < bestAt;
  if (areParted(strand, bestStrand)) {
    // Who joined a space joins its conference before anybody else joins.
    if (event.kind === 'participant-joined-conference' && best.kind === 'participant-joined-space') return event.name !== best.name;
    if (event.kind === 'participant-joined-space' && best.kind === 'participant-joined-conference') return event.name === best.name;
    const [rank, bestRank] = [causes[event.kind], causes[best.kind]];
    if (rank !== undefined && bestRank !== undefined && rank !== bestRank) return rank < bestRank;
  }
  // One that names its host tells whose the other is.
  if ((event.record.host === null) !== (best.record.host === null)) return best.record.host === null;
  return strand.begins < bestStrand.begins;
}

/** Two inputs of one log that were parted by facility: one has what happens to spaces, the other has the rest. */
function areParted({ has: one }: Strand, { has: other }: Strand): boolean {
  return one.spaces !== other.spaces && one.others !== other.others;
}

/** What CMS writes as `local0.info` (seen). */
function isOfSpaces({ kind }: CmsEvent): boolean {
  return kind === 'participant-joined-space' || kind === 'participant-left-space' || kind.startsWith('api-');
}
