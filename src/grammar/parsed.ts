/** What reading a message by the trees gives, whichever way it is done. */
import type { Leaf, Node } from './tree.ts';

export type Parsed = Understood | Stopped;

export interface Understood {
  readonly kind: 'understood';
  readonly leaf: Leaf;
  /** What stands in the holes, as it is written there. */
  readonly slices: readonly string[];
  /** Behind the last character of the wording. */
  readonly end: number;
}

export interface Stopped {
  readonly kind: 'stopped';
  /** The character that could not follow. */
  readonly at: number;
  /** The place of the tree that was reached. */
  readonly node: Node;
}

/** Reads a message of a process; null = the process has no wordings. */
export type Parser = (process: string, message: string) => Parsed | null;
