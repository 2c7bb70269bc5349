/**
 * Every sample has its timeline as a golden file that a person can check, and holds what must hold for any log.
 * `UPDATE_GOLDEN=1 npm test` writes the golden files anew: look at the difference before you believe it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Analysis, Participant } from '#model/index.ts';
import { createStyle } from '#render/text/style.ts';
import { renderTimeline } from '#render/text/timeline.ts';
import { analyze } from '../src/analyze.ts';
import { violations } from './contract/schema.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const samples = readdirSync(at('../samples')).filter((name) => /\.(?:log|txt)$/u.test(name));
const now = Date.UTC(2026, 0, 1);

function golden(path: string, found: string): void {
  const file = at(`golden/${path}`);
  if (process.env['UPDATE_GOLDEN'] !== undefined || !existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, found);
  }
  expect(found).toBe(readFileSync(file, 'utf8'));
}

function people(analysis: Analysis): readonly Participant[] {
  return analysis.spaces.flatMap(({ meetings }) => meetings.flatMap(({ participants }) => participants));
}

describe.each(samples)('%s', (name) => {
  const text = readFileSync(at(`../samples/${name}`), 'utf8');
  const analysis = analyze([{ name, text }], { now });

  test('gives the timeline that a person has checked', () => {
    const style = createStyle({ colour: false, unicode: true });
    golden(`${name}.show.txt`, renderTimeline(analysis, { columns: 110, style, zone: 'UTC', maxLanes: 50 }));
  });

  test('its export is what the contract says', () => {
    expect(violations(analysis)).toEqual([]);
  });

  test('intervals follow each other without gaps or overlaps, from the first sign of the participant to its leaving', () => {
    for (const { connectedAt, joinedAt, leftAt, intervals } of people(analysis)) {
      expect(intervals[0]?.from ?? null).toBe(connectedAt ?? joinedAt);
      expect(intervals.at(-1)?.to ?? null).toBe(leftAt);
      for (const [index, interval] of intervals.entries()) {
        const next = intervals[index + 1];
        if (next !== undefined) expect(interval.to).toBe(next.from);
      }
    }
  });

  test('every cause rests on records of the log, and on an activator that the export holds', () => {
    const ids = new Set(people(analysis).map(({ id }) => id));
    const lines = text.split('\n');
    for (const { cause } of people(analysis).flatMap(({ intervals }) => intervals)) {
      expect(cause.evidence.length).toBeGreaterThan(0);
      for (const { input, line } of cause.evidence) {
        expect(input).toBe(name);
        expect(lines[line - 1]).toBeDefined();
      }
      if (cause.by !== null) expect(ids).toContain(cause.by);
    }
  });
});

test('a log pasted from a mail gives what the clean log gives', () => {
  const plain = (name: string): unknown =>
    people(analyze(readFileSync(at(`../samples/${name}`), 'utf8'), { now })).map(
      ({ name: who, role, roleBasis, intervals, leftReason, leg }) => ({
        who,
        role,
        roleBasis,
        leftReason,
        leg: leg.callLegId,
        dialled: leg.dialled,
        intervals: intervals.map(({ state, from, to, cause }) => ({
          state,
          from,
          to,
          kind: cause.kind,
          by: cause.by,
          delayMs: cause.delayMs,
        })),
      }),
    );
  expect(plain('pasted-from-a-mail.txt')).toEqual(plain('scenario-3-pin-timeout.log'));
});
