/** GUIDs that are found by their bytes are those that stand there. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGuids, guidLength } from '#grammar/guids.ts';

test('whatever was asked for before, in small letters', () => {
  const guidAt = createGuids();
  const guid = fc.oneof(
    fc.uuid(),
    // Alike where their place is taken from.
    fc.nat(999).map((number) => `01234567-89ab-4cde-8f01-00${String(number).padStart(3, '0')}1234567`),
  );
  const written = guid.chain((text) => fc.constantFrom(text, text, text.toUpperCase()));
  fc.assert(
    fc.property(fc.array(written, { maxLength: 60 }), fc.nat(5), (all, shift) => {
      const bytes = Buffer.from(`${'x'.repeat(shift)}${all.join('')}`);
      const found = all.map((_, index) => guidAt(bytes, shift + guidLength * index));
      expect(found).toEqual(all.map((text) => text.toLowerCase()));
    }),
    { numRuns: 500 },
  );
});

test('in bytes that are written on', () => {
  const guidAt = createGuids();
  const bytes = Buffer.from('d0d7cbbc-4c8e-4f4b-9d5f-2b0a3c1e5f60');
  expect(guidAt(bytes, 0)).toBe('d0d7cbbc-4c8e-4f4b-9d5f-2b0a3c1e5f60');
  bytes.write('7', 15);
  expect(guidAt(bytes, 0)).toBe('d0d7cbbc-4c8e-474b-9d5f-2b0a3c1e5f60');
});
