/** How long is long, how often is often. Milliseconds where nothing else is said; inferred, where no option sets them. */
export const limits = {
  /** The default of `--waited-longer-than`: guests commonly call a few minutes early. */
  waitedLong: 5 * 60_000,
  /** Clocks of two Call Bridges of a cluster were seen 2 to 4 s apart; twice as much leaves no doubt. */
  skew: 10_000,
  /** Where everything stands in the log of one Call Bridge, a wait that goes on so long was not ended by an arrival. */
  goesOn: 5000,
  /** Whoever is released is released within milliseconds; a second allows for load. */
  release: 1000,
  /** What is logged within this time belongs together. */
  together: 1000,
  /** Comings and goings are in short succession when so many fall into so long a time. */
  succession: { count: 3, within: 10 * 60_000 },
  /** From here on, clocks of two bridges are worth a word, and a warning. */
  clocksApart: { info: 500, warning: 2000 },
  /** Pieces of evidence that a finding carries: enough to prove it, not the whole log. */
  evidence: 24,
} as const;
