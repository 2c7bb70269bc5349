/** How near cause and effect must stand. All inferred from real excerpts and easy to change here; milliseconds. */
export const limits = {
  /** `ceasing` follows the activator's joining, and `configuring` the last activator's leaving, in the same millisecond; allow for load. */
  atOnce: 5,
  /** The same, on another Call Bridge whose clock agrees. */
  elsewhere: 20,
  /** The lines of one cause follow each other without a longer pause. */
  burst: 20,
  /** Clocks of two Call Bridges of a cluster were seen 2 to 4 s apart. */
  skew: 5000,
  /** Every conference start prints lock states that last 1 ms; only a lock that lasts longer is one. */
  lasting: 1000,
  /** Of two departures that fit, the earlier is out of the question when it was this much earlier. */
  atOdds: 60_000,
  /** Longer than any `deactivationModeTime` that makes sense; beyond it a fit is chance. */
  grace: 900_000,
  /** `deactivationModeTime` is whole seconds: a delay this little longer fits it. */
  wholeSecond: 20,
} as const;
