/** Bounds against hostile or endless answers. Far beyond what a server of thousands of spaces gives. */
export const limits = {
  /** Elements within elements; answers have three. */
  depth: 32,
  /** Elements of one answer. */
  elements: 500_000,
  /** Characters of one tag. */
  tag: 600,
  /** Characters of one object. */
  object: 256 * 1024,
  /** Characters of one list. */
  list: 64 * 1024 * 1024,
} as const;
