/** The scanner in WebAssembly is its text, and finds what the one in JavaScript finds. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import wabt from 'wabt';
import { describe, expect, test } from 'vitest';
import { scanModule } from '#framing/scan-module.ts';
import { createPlainScanner, createWasmScanner, type Scanner, scannerMargin } from '#framing/scanner.ts';

const source = new URL('../../src/framing/scan.wat', import.meta.url);

test('scan-module.ts is scan.wat, assembled', async () => {
  const { parseWat } = await wabt();
  const { buffer } = parseWat('scan.wat', readFileSync(source, 'utf8'), { simd: true }).toBinary({});
  expect(scanModule, 'put this into src/framing/scan-module.ts').toBe(Buffer.from(buffer).toString('base64'));
});

/** Every stop of a scanner in a text. */
function stops(scanner: Scanner, text: Uint8Array): readonly number[] {
  scanner.bytes.fill(0);
  scanner.bytes.set(text);
  scanner.bytes[text.length] = 0x0a;
  const found: number[] = [];
  for (let at = scanner.next(0); at < text.length; at = scanner.next(at + 1)) found.push(at);
  return found;
}

describe('the scanners', () => {
  const capacity = 4096 + scannerMargin;
  const fast = createWasmScanner(capacity);
  const plain = createPlainScanner(capacity);

  test('stop at the same bytes, whatever they are', () => {
    const logLike = fc.string({
      unit: fc.constantFrom('a', 'Z', '0', '9', ':', ':', '-', '"', '<', '&', '#', '[', ']', '\n', '\r', '\t', 'ü', '–'),
    });
    const text = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      logLike.map((line) => Buffer.from(line)),
    );
    fc.assert(
      fc.property(text, (bytes) => {
        if (fast !== null) expect(stops(fast, bytes)).toEqual(stops(plain, bytes));
      }),
      { numRuns: 2000 },
    );
  });

  test('pass over plain text, and see a time of day', () => {
    const line = Buffer.from('call 7: ending; remote SIP teardown - connected for 0:14 at 17:49:30 and on');
    expect(stops(plain, line)).toEqual([line.indexOf(':49:30')]);
  });
});
