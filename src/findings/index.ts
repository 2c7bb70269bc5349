/** Spaces → what an engineer should look at. */
import type { Behaviour } from '#model/behaviour.ts';
import type { Finding, Severity, Space } from '#model/index.ts';
import { type Clock, written } from './sentence.ts';
import { contextOf, type FindingOptions, type Material, type Remainder, scenesOf } from './context.ts';
import type { Found, Rule } from './rule.ts';
import { rules } from './rules/index.ts';

export type { Clock } from './sentence.ts';
export type { FindingOptions, Material } from './context.ts';
export { limits as findingLimits } from './limits.ts';
export type { Rule } from './rule.ts';
export { rules } from './rules/index.ts';

/** A search for findings: spaces are shown to it one after the other, so that they need not all be in memory at once. */
export interface FindingSearch {
  space(space: Space, behaviour: Behaviour): void;
  /** All findings, the gravest first, then in the order of time. */
  end(): readonly Finding[];
}

export function searchFindings(remainder: Remainder, options: FindingOptions = {}): FindingSearch {
  const context = contextOf(remainder, options);
  const looks = rules.map((rule) => ({ rule, look: rule.look(context) }));
  const findings: Finding[] = [];
  const add = (rule: Rule, all: Iterable<Found>): void => {
    for (const found of all) findings.push(findingOf(rule, found, context.clock));
  };
  return {
    space(space, behaviour) {
      const scenes = scenesOf(space, behaviour, context);
      for (const { rule, look } of looks) add(rule, look.space(scenes, space));
    },
    end() {
      for (const { rule, look } of looks) add(rule, look.end());
      return findings.sort(byWeight);
    },
  };
}

/** All findings, the gravest first, then in the order of time. */
export function findFindings({ spaces, behaviours, ...remainder }: Material, options: FindingOptions = {}): readonly Finding[] {
  const search = searchFindings(remainder, options);
  for (const [index, space] of spaces.entries()) {
    const behaviour = behaviours[index];
    if (behaviour !== undefined) search.space(space, behaviour);
  }
  return search.end();
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
