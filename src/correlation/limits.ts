/** How near two records must stand to be taken for one moment. All inferred from real excerpts; milliseconds. */
export const limits = {
  /** gen-1 writes `configuring call L to be deactivated` 0 to 1 ms before its own `joined space`. */
  adjacent: 1,
  /** The lines that end one leg come in any order within the same millisecond; 2 allows for a late one. */
  sameEnd: 2,
  /** `joined conference` follows `joined space` at once. */
  sameJoin: 1000,
  /** The lines of one cause follow each other without a longer pause. */
  burst: 20,
  /** How long a meeting that became empty waits for the last lines of its legs. */
  settling: 2000,
  /** So many legs of one Call Bridge are remembered of which nothing but their id is known: far more than come together in a call. */
  idleLegs: 1024,
  /** A Call Bridge that counts its calls from the beginning was away at least this long. */
  restart: 5000,
  /** A streamer or recorder is dialled within this time after the start was logged. */
  streamerDialled: 5000,
} as const;

/** Two stamps differ by at most `within`, allowing for stamps of whole seconds. */
export function near(earlier: number, later: number, within: number, precision: number): boolean {
  const allowed = Math.max(within, precision === 1 ? 0 : precision);
  return Math.abs(later - earlier) <= allowed;
}
