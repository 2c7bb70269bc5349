import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { iso } from '#model/index.ts';
import { frame, oneLine } from './support.ts';

const seed = fileURLToPath(new URL('../../../shared/seed/reflowed.log', import.meta.url));

describe.skipIf(!existsSync(seed))("the seed's log, wrapped and run together", () => {
  test('gives its 28 records with their stamps, and messages whole', () => {
    const { records, unparsed, counts } = frame(readFileSync(seed));
    expect(records.length).toBe(28);
    expect(unparsed).toEqual([]);
    expect(counts.framings).toEqual({ 'web-admin': 28 });
    expect(records.map((record) => record.at)).toEqual([...records.map((record) => record.at)].sort());
    const lines = records.map((record) => `${record.at === null ? '?' : iso(record.at)} ${oneLine(record.message)}`);
    expect(lines).toContain(
      '2017-02-21T17:48:59.294Z call 39: incoming encrypted SIP call from "sip:1060@steven.lab" to local URI "sip:guestpin.space@acano.steven.lab"',
    );
    expect(lines).toContain('2017-02-21T17:49:07.971Z configuring call e2264fb0-483f-45bc-a4f3-5a4ce326e72c to be deactivated');
    expect(lines).toContain(
      '2017-02-21T17:49:07.972Z participant "2000@steven.lab" joined space 22d9f4ca-8b88-4d11-bba9-e2a2f7428c46 (Guest/Host PIN)',
    );
    expect(lines).toContain('2017-02-21T17:49:24.260Z call 40: audio prompt play time out');
  });

  test('is the same in chunks of any size', () => {
    const whole = frame(readFileSync(seed));
    for (const size of [1, 2, 3, 7, 64]) expect(frame(readFileSync(seed), { chunkSize: size })).toEqual(whole);
  });
});
