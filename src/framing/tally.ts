/** What framing counts of one input: all records, also those that are not emitted. */
import { callBridge, type FramingName, type Instant, type RepairName } from '#model/index.ts';
import type { Head } from './heads.ts';

/** The counts of one input, for its summary. */
export interface FramingCounts {
  readonly lines: number;
  readonly records: number;
  readonly unparsed: number;
  readonly framings: Readonly<Partial<Record<FramingName, number>>>;
  readonly hosts: readonly string[];
  /** Those of them that are Call Bridges. */
  readonly bridges: readonly string[];
  readonly repairs: Readonly<Partial<Record<RepairName, number>>>;
  /** Records that were cut at the limit. */
  readonly tooLong: number;
  readonly first: Instant | null;
  readonly last: Instant | null;
}

export interface Tally {
  lines: number;
  /** The first moment of the input; null = none yet. */
  firstAt(): Instant | null;
  /** So many records with the same head. */
  records(head: Head, count: number): void;
  /** When the record was that was counted last. */
  moment(at: Instant | null): void;
  repair(name: RepairName): void;
  unparsed(): void;
  tooLong(): void;
  counts(): FramingCounts;
}

export function createTally(): Tally {
  const framings: Partial<Record<FramingName, number>> = {};
  const repairs: Partial<Record<RepairName, number>> = {};
  const hosts = new Set<string>();
  const bridges = new Set<string>();
  let lines = 0;
  let records = 0;
  let unparsed = 0;
  let tooLong = 0;
  let last: Instant | null = null;
  let first: Instant | null = null;
  return {
    get lines() {
      return lines;
    },
    set lines(value) {
      lines = value;
    },
    firstAt: () => first,
    records(head, count) {
      if (count === 0) return;
      records += count;
      framings[head.framing] = (framings[head.framing] ?? 0) + count;
      if (head.host === null) return;
      hosts.add(head.host);
      if (head.process === callBridge) bridges.add(head.host);
    },
    moment(at) {
      if (at === null) return;
      first ??= at;
      last = at;
    },
    repair(name) {
      repairs[name] = (repairs[name] ?? 0) + 1;
    },
    unparsed() {
      unparsed += 1;
    },
    tooLong() {
      tooLong += 1;
    },
    counts: () => ({
      lines,
      records,
      unparsed,
      framings,
      hosts: [...hosts].sort(),
      bridges: [...bridges].sort(),
      repairs,
      tooLong,
      first,
      last,
    }),
  };
}
