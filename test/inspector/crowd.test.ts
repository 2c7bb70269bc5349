import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '#model/index.ts';
import { countsIn, isNamed, type Person, packCrowd, personsNamed, personsOf, sizeOf } from '#render/inspector/crowd.ts';
import type { Counts } from '#render/inspector/spark.ts';

const moment = fc.option(fc.integer({ min: -8.64e15, max: 8.64e15 }).map(instant));
const states = ['connecting', 'lobby', 'active', 'unknown'] as const;
const line = fc.string({ unit: 'grapheme', maxLength: 12 });
const person: fc.Arbitrary<Person> = fc.record({
  id: line,
  lane: line,
  names: fc.array(line, { maxLength: 3 }).map((names) => names.join('\n')),
  role: fc.constantFrom('guest', 'host', 'unknown'),
  states: fc.subarray([...states]),
  from: moment,
  to: moment,
  at: moment,
});
const crowd = fc.array(person, { maxLength: 12 });

const none = (cells: number): Counts => ({ lobby: Array<number>(cells).fill(0), active: Array<number>(cells).fill(0) });
const plain = ({ id, lane, names, role, states: had, from, to, at }: Person): Person => ({
  id,
  lane,
  names,
  role,
  states: had,
  from,
  to,
  at,
});

describe('everybody in a meeting, packed', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(crowd, (persons) => {
        const packed = packCrowd(persons, none);
        expect(sizeOf(packed)).toBe(persons.length);
        expect([...personsOf(packed)].map(plain)).toEqual(persons);
      }),
    );
  });

  test('is searched as if each were looked at alone', () => {
    fc.assert(
      fc.property(crowd, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }), (persons, what) => {
        const packed = packCrowd(persons, none);
        const found = persons.filter(({ names }) => names.includes(what));
        expect(personsNamed(packed, what).map(plain)).toEqual(found);
        expect(isNamed(packed, what)).toBe(found.length > 0);
      }),
    );
  });

  test('has the counts of each sparkline; more than 65535 are as many', () => {
    const packed = packCrowd([], (cells) => ({
      lobby: Array.from({ length: cells }, (_, index) => 100 * cells + index),
      active: Array<number>(cells).fill(70_000),
    }));
    for (const cells of [5, 8, 12] as const) {
      const { lobby, active } = countsIn(packed, cells);
      expect(lobby).toEqual(Array.from({ length: cells }, (_, index) => 100 * cells + index));
      expect(active).toEqual(Array<number>(cells).fill(65_535));
    }
  });

  test('is the same wherever its bytes lie', () => {
    const packed = packCrowd(
      [{ id: 'p1', lane: 'a', names: 'ann', role: 'guest', states: ['lobby'], from: null, to: null, at: instant(7) }],
      none,
    );
    const moved = new Uint8Array(packed.length + 3);
    moved.set(packed, 3);
    expect(personsNamed(moved.subarray(3), 'ann').map(plain)).toEqual([...personsOf(packed)].map(plain));
  });
});
