/** Two ways, one truth: whatever the damage and the size of chunks, fast and careful give the same records and counts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyScript, type Kind } from '../truth/scripts.ts';
import { play } from '../truth/world.ts';
import { FRAMINGS, textOf, write } from '../truth/write.ts';
import { damages } from './damage.ts';
import { lines, relayedLines, relayNames, writings } from './logs.ts';
import { frame } from './support.ts';

const logs = [
  ...writings.map((writing) => ({ name: writing, written: lines(writing) })),
  ...relayNames.map((relay) => ({ name: relay, written: relayedLines(relay, 's') })),
  ...relayNames.map((relay) => ({ name: `${relay}, ms`, written: relayedLines(relay, 'ms') })),
];

describe.each(logs)('$name', ({ written }) => {
  const text = `${written.join('\n')}\n`;
  const plain = 'May  4 10:01:00 daemon.info bridge1 streamer-sip[2209]: 201211.634 : INFO : call 13: using streamer worker 0\n';

  test.each(damages)('$name', ({ apply }) => {
    // Clean, damaged, clean again, with other processes between: the ways change over several times.
    const mixed = text + apply(text) + plain + text.replaceAll('10:00', '10:07') + plain + apply(text) + text;
    const whole = frame(mixed);
    expect(frame(mixed, { carefully: true })).toEqual(whole);
    for (const chunkSize of [1, 2, 7, 64, 1000]) expect(frame(mixed, { chunkSize })).toEqual(whole);
  });
});

describe('what only looks like a head that was met before', () => {
  const ringing = 'bridge1 host:server:  INFO : call 7: SIP call ringing';
  const said = (head: string): string => [1, 2, 3].map((second) => `${head.replace('33', `0${second}`)}ready ${second}\n`).join('');
  const relay = 'May  4 09:12:33 relay1 fwd: ';
  const bridge = 'May  4 09:12:33 bridge1 host:server:  INFO : ';
  const iso = '2023-05-04T09:12:33Z bridge1 host:server:  INFO : ';
  const rfc5424 = '<14>1 2023-05-04T09:12:33Z bridge1 rsyslogd - - - INFO : ';

  test.each([
    ['a relay in front of a record', `${said(relay)}${relay}May  4 09:12:30 ${ringing}\n`],
    ['a head of another process, cut by a line break', `${said(bridge)}${bridge}x May  4 09:12:34 bridge1 client_back\nend: y\n`],
    ['the version of RFC 5424 in front of another head', `${said(`<14>${iso}`)}<14>1 ${iso}x\n`],
    ['a record behind RFC 5424', `${said(rfc5424)}${rfc5424.replace('INFO : ', '')}${ringing}\n`],
  ])('%s', (_, text) => {
    const whole = frame(text + said(bridge).repeat(40));
    expect(whole).toEqual(frame(text + said(bridge).repeat(40), { carefully: true }));
    expect(whole.records[3]?.line).toBe(4);
  });
});

test('whole worlds, damaged twice', () => {
  const framings = fc.constantFrom(...FRAMINGS);
  const anyDamage = fc.constantFrom(...damages);
  const world = framings.chain((framing) => {
    const kind: Kind = {
      releases: ['3.8'],
      framing,
      bridges: 1,
      skewMs: 0,
      crashes: false,
      actions: 30,
      starts: [Date.UTC(2023, 4, 4, 9, 12, 33, 120)],
    };
    return anyScript(kind).map((script) => textOf(write(play(script), { framing, zone: 'UTC' })));
  });
  fc.assert(
    fc.property(world, anyDamage, anyDamage, fc.integer({ min: 1, max: 3000 }), (clean, first, second, chunkSize) => {
      const text = clean + second.apply(first.apply(clean)) + clean;
      const whole = frame(text);
      expect(frame(text, { carefully: true }), `${first.name} + ${second.name}`).toEqual(whole);
      expect(frame(text, { chunkSize }), `${first.name} + ${second.name} by ${chunkSize}`).toEqual(whole);
    }),
    { numRuns: Number(process.env['WORLDS'] ?? 3) * 40, endOnFailure: true },
  );
});
