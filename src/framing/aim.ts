/** The lane, aimed at the minute that a log has come to. */
import { createLane, type Lane } from './lane.ts';
import type { KnownDate } from './learn.ts';
import type { PlainHeads } from './plain-head.ts';
import type { Scanner } from './scanner.ts';

export interface Aim {
  /**
   * The lane for records of a minute; null = there is none.
   * @param from - where a record of that minute begins; -1 = nowhere in these bytes
   */
  lane(minute: number, from: number): Lane | null;
  /** Of the records that it takes. */
  date(): KnownDate | null;
  /** Counts the records that it passed with their tails. */
  settle(): void;
}

/** So often it is asked for before it is made: a short input does without. */
const worthIt = 2000;
/** `HH:MM:`. */
const clockLength = 6;

export function createAim(scanner: Scanner, heads: PlainHeads, beginnings: () => readonly string[] | null): Aim {
  let lane: Lane | null | undefined;
  let asked = 0;
  let aimed: { readonly date: KnownDate; readonly minute: number; readonly tails: number } | null = null;

  const aimAt = (made: Lane, minute: number, from: number): boolean => {
    aimed = null;
    const known = from >= 0 && heads.read(from) >= 0 && heads.minute() === minute ? heads.date() : null;
    if (known === null) return false;
    const start = heads.dateAt(from);
    const tails = heads.tails();
    if (!made.aim(tails, start, start + known.bytes.length + clockLength)) return false;
    aimed = { date: known, minute, tails: tails.length };
    return true;
  };

  return {
    lane(minute, from) {
      if (lane === undefined) {
        asked += 1;
        if (asked < worthIt) return null;
        const known = beginnings();
        lane = known === null ? null : createLane(scanner, known);
      }
      if (lane === null) return null;
      if (aimed?.minute === minute && aimed.tails === heads.tails().length) return lane;
      return aimAt(lane, minute, from) ? lane : null;
    },
    date: () => aimed?.date ?? null,
    settle: () => lane?.settle(),
  };
}
