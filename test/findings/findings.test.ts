/** Every rule speaks when it must, says what happened in a sentence with proof, and is silent when it must be. */
import { describe, expect, test } from 'vitest';
import { findFindings, rules } from '#findings/index.ts';
import type { Finding } from '#model/index.ts';
import type { Case, Cases } from './case.ts';
import { hosts } from './cases/hosts.ts';
import { log } from './cases/log.ts';
import { people } from './cases/people.ts';
import { waiting } from './cases/waiting.ts';

const cases: Readonly<Record<string, Cases>> = { ...waiting, ...hosts, ...people, ...log };

function of(code: string, { given, options }: Case): readonly Finding[] {
  return findFindings(given, options).filter((finding) => finding.code === code);
}

test('every rule has cases of both kinds, and every case a rule', () => {
  expect(Object.keys(cases).sort()).toEqual(rules.map(({ code }) => code));
  for (const [code, { fires, silent }] of Object.entries(cases)) {
    expect(fires.length, code).toBeGreaterThan(0);
    expect(silent.length, code).toBeGreaterThan(0);
  }
});

describe.each(Object.entries(cases))('%s', (code, { fires, silent }) => {
  test.each(fires)('speaks: $name', (each) => {
    const findings = of(code, each);
    expect(findings).toHaveLength(each.count ?? 1);
    for (const { severity, message, evidence, span } of findings) {
      expect(severity).toBe(each.severity);
      expect(message).toMatch(/^[^\n]*\.$/u);
      expect(message).not.toMatch(/undefined|null|NaN|\[object/u);
      if (code !== 'unread-records') expect(evidence.length).toBeGreaterThan(0);
      if (span.from !== null && span.to !== null) expect(span.from).toBeLessThanOrEqual(span.to);
    }
  });

  test.each(silent)('is silent: $name', (each) => {
    expect(of(code, each)).toEqual([]);
  });
});

test('what is said reads as golden/sentences.md shows', async () => {
  const pages = Object.entries(cases).map(([code, { fires }]) => {
    const told = fires.map((each) => `- ${each.name}\n${of(code, each).map(sentence).join('\n')}`);
    return `## ${code}\n\n${told.join('\n')}`;
  });
  await expect(`# What the rules say\n\n${pages.join('\n\n')}\n`).toMatchFileSnapshot('golden/sentences.md');
});

function sentence({ severity, message }: Finding): string {
  return `  - ${severity}: ${message}`;
}
