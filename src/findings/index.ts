/** Spaces → what an engineer should look at. */
import type { Finding, Severity } from '#model/index.ts';
import { type Clock, written } from './sentence.ts';
import { contextOf, type FindingOptions, type Material } from './context.ts';
import type { Found, Rule } from './rule.ts';
import { rules } from './rules/index.ts';

export type { Clock } from './sentence.ts';
export type { FindingOptions, Material } from './context.ts';
export { limits as findingLimits } from './limits.ts';
export type { Rule } from './rule.ts';
export { rules } from './rules/index.ts';

/** All findings, the gravest first, then in the order of time. */
export function findFindings(material: Material, options: FindingOptions = {}): readonly Finding[] {
  const context = contextOf(material, options);
  const findings: Finding[] = [];
  for (const rule of rules) {
    options.pause?.();
    for (const found of rule.find(context)) {
      findings.push(findingOf(rule, found, context.clock));
      options.pause?.();
    }
  }
  return findings.sort(byWeight);
}

function findingOf(rule: Rule, { severity, message, space, participants, from, to, evidence }: Found, clock: Clock): Finding {
  // By the clocks of two Call Bridges, an effect may come before its cause.
  const span = from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
  return { code: rule.code, severity: severity ?? rule.severity, message: written(message, clock), space, participants, span, evidence };
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function byWeight(a: Finding, b: Finding): number {
  return (
    weight[a.severity] - weight[b.severity] ||
    compare(a.span.from ?? 0, b.span.from ?? 0) ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
