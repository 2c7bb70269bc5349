/** Several inputs → one story: events in the order of time, each input's own order kept, doubles told once. */
import type { CmsEvent } from '#model/index.ts';

export interface Story {
  /** One more input; returns its number. */
  strand(): number;
  /** No input is added any more: from here on events are told. */
  seal(): void;
  /** There is one input and no order to find: whoever adds its events could as well tell them. */
  isAlone(): boolean;
  /** The next event of an input. */
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
}

/** Begins a story. A single input needs no order: its events are told as they come. */
export function createStory(tell: (event: CmsEvent) => void): Story {
  const strands: Strand[] = [];
  let sealed = false;
  let alone = false;
  const told = new Map<string, number>();
  let instant = Number.NEGATIVE_INFINITY;
  let order = 0;

  /** Overlapping and doubled inputs: what one host said in one instant counts as often as the input that has it most. */
  function isDouble(strand: Strand, event: CmsEvent): boolean {
    const at = event.record.at ?? instant;
    if (at !== instant) {
      instant = at;
      told.clear();
      for (const each of strands) each.said.clear();
    }
    const key = `${event.record.host}\u0000${event.record.message}`;
    const said = (strand.said.get(key) ?? 0) + 1;
    strand.said.set(key, said);
    if (said <= (told.get(key) ?? 0)) return true;
    told.set(key, said);
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
      tell({ ...event, record: { ...event.record, order } });
    }
  }

  return {
    strand() {
      strands.push({ events: [], next: 0, over: false, begins: Number.POSITIVE_INFINITY, said: new Map() });
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

/** The strand with the earliest next event; null while one that goes on has none. */
function earliest(strands: readonly Strand[]): Strand | null {
  let best: Strand | null = null;
  let bestAt = Number.POSITIVE_INFINITY;
  for (const strand of strands) {
    const event = strand.events[strand.next];
    if (event === undefined) {
      if (strand.over) continue;
      return null;
    }
    const at = event.record.at ?? Number.NEGATIVE_INFINITY;
    if (best === null || at < bestAt || (at === bestAt && strand.begins < best.begins)) {
      best = strand;
      bestAt = at;
    }
  }
  return best;
}
