/** What counts as the same, and as long. All inferred; milliseconds where nothing else is said. */
export const limits = {
  /** `deactivationModeTime` is whole seconds (stated); the Call Bridge keeps it to a few milliseconds (inferred). */
  wholeSecond: 50,
  /** Calls that the Call Bridge ends for one reason end within this time. */
  together: 1000,
  /** Guests who are active so long after the last host are said to stay; before, they may just be about to leave. */
  stays: 10_000,
  /** A stay that suggests `remainActivated`: longer than a usual `deactivationModeTime`. */
  remains: 60_000,
  /** Below this a caller heard no prompt: one alone takes longer (7.4 s in the seed's log). */
  prompt: 3000,
  /** Prompts that time out were seen 6 ms apart; answering varies more. */
  constant: 400,
  /** Share of the calls that a constant time has to cover. */
  constantShare: 2 / 3,
  /** Calls of each role that are shown as examples. */
  examples: 3,
  /** Pieces of evidence that an inference carries. */
  evidence: 12,
} as const;
