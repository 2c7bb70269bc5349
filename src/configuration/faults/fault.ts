/** What a rule is: one file, one fault. */
import type { Severity } from '#model/finding.ts';
import type { ApiCall, Fault, WayIn } from '#model/verdict.ts';
import type { Access } from '../access.ts';

export interface FaultRule {
  /** Stable, kebab-case. */
  readonly code: string;
  /** What is wrong when it is found, for the documentation. */
  readonly meaning: string;
  find(access: Access, ways: readonly WayIn[]): readonly Found[];
}

export interface Found {
  readonly severity: Severity;
  readonly message: string;
  /** Names of ways in. */
  readonly ways: readonly string[];
  readonly changes: readonly ApiCall[];
}

/** All that the rules find, worst first, else in the order of the rules. */
export function findFaults(rules: readonly FaultRule[], access: Access, ways: readonly WayIn[]): readonly Fault[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return rules
    .flatMap((rule) => rule.find(access, ways).map((found) => ({ code: rule.code, ...found })))
    .toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}
