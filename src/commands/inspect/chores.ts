/** Work that may wait: done bit by bit, so that between two bits keys are heard. */

/** A chore stops at each `yield` when its time is over, and goes on later. */
export type Chore = () => Generator<undefined, void>;

export interface Chores {
  add(chore: Chore): void;
  stop(): void;
}

/** Milliseconds at a stretch. */
const stretch = 6;

export function createChores(): Chores {
  const waiting: Chore[] = [];
  let begun: Generator<undefined, void> | null = null;
  let planned: NodeJS.Immediate | null = null;

  function work(): void {
    planned = null;
    const end = performance.now() + stretch;
    while (performance.now() < end) {
      begun ??= waiting.shift()?.() ?? null;
      if (begun === null) return;
      if (begun.next().done === true) begun = null;
    }
    plan();
  }

  function plan(): void {
    planned ??= setImmediate(work);
  }

  return {
    add(chore) {
      waiting.push(chore);
      plan();
    },
    stop() {
      waiting.length = 0;
      begun = null;
      if (planned !== null) clearImmediate(planned);
    },
  };
}
