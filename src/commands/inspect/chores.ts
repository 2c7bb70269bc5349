/** Work that may wait: done bit by bit, so that between two bits keys are heard. */

/** A chore stops at each `yield` when its time is over, and goes on later. */
export type Chore = () => Generator<undefined, void>;

export interface Chores {
  /** @param urgent somebody looks at an empty place until it is done */
  add(chore: Chore, urgent?: boolean): void;
  stop(): void;
}

/** Milliseconds at a stretch. */
const stretch = 6;

interface Lane {
  readonly waiting: Chore[];
  begun: Generator<undefined, void> | null;
}

export function createChores(): Chores {
  const urgent: Lane = { waiting: [], begun: null };
  const other: Lane = { waiting: [], begun: null };
  let planned: NodeJS.Immediate | null = null;

  function work(): void {
    planned = null;
    const end = performance.now() + stretch;
    while (performance.now() < end) {
      const lane = urgent.begun !== null || urgent.waiting.length > 0 ? urgent : other;
      lane.begun ??= lane.waiting.shift()?.() ?? null;
      if (lane.begun === null) return;
      if (lane.begun.next().done === true) lane.begun = null;
    }
    plan();
  }

  function plan(): void {
    planned ??= setImmediate(work);
  }

  return {
    add(chore, isUrgent = false) {
      (isUrgent ? urgent : other).waiting.push(chore);
      plan();
    },
    stop() {
      for (const lane of [urgent, other]) {
        lane.waiting.length = 0;
        lane.begun = null;
      }
      if (planned !== null) clearImmediate(planned);
    },
  };
}
