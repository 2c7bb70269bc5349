/** What the thread that reads tells of a log: the same of a meeting whether it was asked for alone or among all. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '#model/index.ts';
import { type PackedMeeting, unpackMeeting } from '../../src/commands/inspect/packed-meeting.ts';
import { createPass } from '../../src/commands/inspect/pass.ts';
import type { RawOptions } from '../../src/commands/specification.ts';
import type { Output, Streams } from '../../src/commands/streams.ts';

const samples = ['samples/long-meeting-with-several-hosts.log', 'samples/scenario-4-member-signs-in.log'];

interface Told {
  /** The meetings that are listed at the end, by their keys. */
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly hosts: number;
}

async function toldOf(inputs: readonly string[], options: RawOptions = {}): Promise<Told> {
  const silent: Output = { isTTY: false, columns: null, write: async () => undefined };
  const stdin = Object.assign((async function* (): AsyncGenerator<Uint8Array> {})(), { isTTY: true });
  const streams: Streams = { stdin, stdout: silent, stderr: silent, env: {}, now: () => 0, stop: new AbortController().signal };
  const packed = new Map<string, PackedMeeting>();
  const hosts = new Map<string, number>();
  const listed: string[] = [];
  const pass = createPass({ inputs, options, stdinIsTerminal: true }, streams, (report, [...more] = []) => {
    const entries = report.kind === 'entries' ? report.entries : report.kind === 'rows' ? report.rows.map(({ entry }) => entry) : [];
    if (report.kind === 'rows') listed.push(...report.rows.map(({ key }) => key));
    for (const entry of entries) {
      const meeting = entry === null ? undefined : more.shift();
      if (entry === null || meeting === undefined) continue;
      packed.set(entry.key, meeting);
      hosts.set(entry.key, entry.hosts);
    }
  });
  await pass.read();
  return {
    meetings: new Map(
      listed.flatMap((key) => {
        const meeting = packed.get(key);
        return meeting === undefined ? [] : [[key, unpackMeeting(meeting)] as const];
      }),
    ),
    hosts: listed.reduce((sum, key) => sum + (hosts.get(key) ?? 0), 0),
  };
}

describe('a meeting that is asked for', () => {
  it.each<[string, RawOptions, number]>([
    ['by its space', { space: ['All hands'] }, 1],
    ['by a participant', { participant: ['*@corp.example'] }, 1],
    ['by its time', { from: '07:00', to: '10:00' }, 1],
    ['in vain', { space: ['Nobody'] }, 0],
  ])('%s has all that it has among others: ties, records, roles', async (_, options, count) => {
    const all = await toldOf(samples);
    const some = await toldOf(samples, options);
    expect(all.meetings.size).toBeGreaterThan(1);
    expect(some.meetings.size).toBe(count);
    for (const [key, meeting] of some.meetings) {
      expect(meeting).toEqual(all.meetings.get(key));
      expect(meeting.participants.flatMap(({ leg }) => leg.ties).length).toBeGreaterThan(0);
    }
  });
});

describe('roles that only a configuration tells', () => {
  it('are those of its participants, and all else stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pass-'));
    const name = join(folder, 'a.log');
    const lines = readFileSync('samples/scenario-1-two-addresses.log', 'utf8').split('\n');
    writeFileSync(name, lines.filter((line) => !line.includes('deactivated')).join('\n'));
    const plain = await toldOf([name]);
    const configured = await toldOf([name], { config: ['samples/configuration/scenario-1'] });
    rmSync(folder, { recursive: true });
    expect([plain.hosts, configured.hosts]).toEqual([0, 1]);
    const [before, after] = [plain, configured].map(({ meetings }) => [...meetings.values()].flatMap(({ participants }) => participants));
    expect(after?.map(({ role, roleBasis }) => `${role} by ${roleBasis}`).sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'guest by configuration'),
      'host by configuration',
    ]);
    const { role, roleBasis } = before?.[0] ?? {};
    expect(after?.map((each) => ({ ...each, role, roleBasis }))).toEqual(before);
  });
});
