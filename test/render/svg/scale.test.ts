/** Time runs from left to right, whatever is folded. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant } from '#model/index.ts';
import { timeScale } from '#render/svg/scale.ts';
import { shortened, textWidth, wrap } from '#render/svg/text.ts';
import { hostile } from './cases.ts';

const room = { left: 300, right: 1000 };

test('a later instant is never further left, both ends are where they should be, and nothing that happens is folded away', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 30 }),
      fc.constantFrom('auto' as const, 'always' as const, 'never' as const),
      (start, offsets, fold) => {
        const events = offsets.map((offset) => instant(start + offset)).sort((a, b) => a - b);
        const [first = instant(0)] = events;
        const last = events.at(-1) ?? first;
        const scale = timeScale(first, last, room, events, fold);
        expect(scale.x(first)).toBeCloseTo(room.left, 6);
        if (last > first) expect(scale.x(last)).toBeCloseTo(room.right, 6);
        const xs = events.map((at) => scale.x(at));
        expect(xs).toEqual(xs.toSorted((a, b) => a - b));
        for (const { from, to } of scale.folds) expect(events.some((at) => at > from && at < to)).toBe(false);
        if (fold === 'never') expect(scale.folds).toEqual([]);
      },
    ),
  );
});

test('a cut text is never wider than its room, and no pair of surrogates is torn', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...hostile)),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 6, max: 22 }),
      (text, space, size) => {
        const cut = shortened(text, space, size);
        expect(textWidth(cut, size)).toBeLessThanOrEqual(space);
        if (text.isWellFormed()) expect(cut.isWellFormed()).toBe(true);
        for (const line of wrap(text, space, size, 3)) expect(textWidth(line, size)).toBeLessThanOrEqual(space);
      },
    ),
  );
});
