/** Two ways, one truth: whatever the damage and the size of chunks, fast and careful give the same records and counts. */
import { describe, expect, test } from 'vitest';
import { damages } from './damage.ts';
import { lines, writings } from './logs.ts';
import { frame } from './support.ts';

describe.each(writings)('%s', (writing) => {
  const text = `${lines(writing).join('\n')}\n`;
  const plain = 'May  4 10:01:00 daemon.info bridge1 streamer-sip[2209]: 201211.634 : INFO : call 13: using streamer worker 0\n';

  test.each(damages)('$name', ({ apply }) => {
    // Clean, damaged, clean again, with other processes between: the ways change over several times.
    const mixed = text + apply(text) + plain + text.replaceAll('10:00', '10:07') + plain + apply(text) + text;
    const whole = frame(mixed);
    expect(frame(mixed, { carefully: true })).toEqual(whole);
    for (const chunkSize of [1, 2, 7, 64, 1000]) expect(frame(mixed, { chunkSize })).toEqual(whole);
  });
});
