/** A redacted log tells the story of the log that it was made from: of any lawful log, in any framing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGrammar } from '#grammar/index.ts';
import { readGrammarFiles } from '#grammar/load.ts';
import type { Analysis, Participant } from '#model/index.ts';
import { redactedLog } from '#redaction/index.ts';
import { analyze } from '../../src/analyze.ts';
import { anyScript, type Kind, STARTS } from '../truth/scripts.ts';
import { play } from '../truth/world.ts';
import { type Framing, textOf, write } from '../truth/write.ts';

const grammar = compileGrammar(readGrammarFiles([]));
const runs = Number(process.env['TRUTH_RUNS'] ?? 60);

/** All that is told but names and ids. */
function story({ spaces, findings, strays }: Analysis): unknown {
  return {
    spaces: spaces.map(({ meetings }) =>
      meetings.map(({ span, phases, hosts, participants, signs }) => ({
        ...{ span, phases, hosts: hosts.length, participants: participants.map(told) },
        signs: signs.map(({ kind, at }) => `${kind} ${at}`),
      })),
    ),
    // Equal ones stand in the order of their sentences, in which names are.
    findings: findings.map(({ code, severity, participants, span }) => JSON.stringify({ code, severity, participants, span })).sort(),
    strays: strays.length,
  };
}

function told({ id, role, roleBasis, connectedAt, joinedAt, leftAt, leftReason, leg, intervals, doubtfulEnd }: Participant): unknown {
  return {
    ...{ id, role, roleBasis, connectedAt, joinedAt, leftAt, leftReason, doubtfulEnd },
    ...{
      kind: leg.kind,
      callNumber: leg.callNumber,
      hasLeg: leg.callLegId !== null,
      hasUser: leg.user !== null,
      isDialled: leg.dialled !== null,
    },
    intervals: intervals.map(({ state, from, to, cause }) => ({ state, from, to, kind: cause.kind, by: cause.by, delayMs: cause.delayMs })),
  };
}

/** Everything by which somebody or something is called, with what it is. */
function namesOf({ spaces }: Analysis): readonly string[] {
  return spaces.flatMap(({ id, name, meetings }) => [
    ...[`id ${id}`, `space ${name}`],
    ...meetings.flatMap(({ participants }) =>
      participants.flatMap(({ name: who, leg }) => [
        ...[who, leg.displayName, leg.user, leg.address].map((each) => `person ${each}`),
        ...[`dialled ${leg.dialled}`, `id ${leg.callLegId}`],
      ]),
    ),
  ]);
}

/** Each name stands for one, and one for each. */
function expectOneToOne(one: readonly string[], other: readonly string[]): void {
  const there = new Map(one.map((name, index) => [name, other[index]]));
  const back = new Map(other.map((name, index) => [name, one[index]]));
  expect(one.map((name) => there.get(name))).toEqual(other);
  expect(other.map((name) => back.get(name))).toEqual(one);
}

const kinds: readonly (readonly [string, Kind, string])[] = (['F1', 'F2', 'F3', 'F4', 'F5'] satisfies readonly Framing[]).map(
  (framing, index) => [
    framing,
    {
      ...{
        releases: ['2.1', '2.9', '3.8'],
        framing,
        bridges: framing === 'F1' ? 1 : 2,
        skewMs: framing === 'F4' ? 1500 : 0,
        crashes: framing === 'F3',
      },
      ...{ actions: 14, starts: STARTS },
    },
    ['UTC', 'Europe/Vienna', '-05:00', 'UTC', 'Asia/Tokyo'][index] ?? 'UTC',
  ],
);

describe('redaction', () => {
  it.each(kinds)('of logs in %s changes nothing but names, whether it is read redacted or written and read again', (_, kind, zone) => {
    const property = fc.property(anyScript(kind), (script) => {
      const lines = write(play(script), { framing: kind.framing, zone });
      if (lines.length === 0) return;
      const log = [{ name: 'bridge.log', text: textOf(lines) }];
      const options = { zone, now: Date.UTC(2024, 11, 1), year: 2024, grammar };
      const plain = analyze(log, options);
      const redacted = analyze(log, { ...options, redact: true, keepEvents: true });
      expect(story(redacted)).toEqual(story(plain));
      expectOneToOne(namesOf(plain), namesOf(redacted));
      const again = analyze(redactedLog(redacted.events ?? [], redacted.inputs), { now: options.now, grammar });
      expect(story(again)).toEqual(story(plain));
      expect(namesOf(again)).toEqual(namesOf(redacted));
    });
    fc.assert(property, { numRuns: runs, seed: 20_261_124 });
  });
});
