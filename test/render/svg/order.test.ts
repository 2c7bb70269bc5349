/** Who gets a row of their own, and who stands in a crowd. */
import { describe, expect, test } from 'vitest';
import type { Analysis } from '#model/index.ts';
import { orderRows } from '#render/svg/order.ts';
import { lanesOf, orders } from '#render/svg/row.ts';
import { pictureOf } from '#view/lanes.ts';
import type { Picture } from '#view/picture.ts';
import { finding } from './cases.ts';
import { analysis, crowd } from './made.ts';

function picture(given: Analysis): Picture {
  const [space] = given.spaces;
  const [meeting] = space?.meetings ?? [];
  const drawn = space === undefined || meeting === undefined ? null : pictureOf(given, space, meeting);
  if (drawn === null) throw new Error('nothing to draw');
  return drawn;
}

describe('crowds', () => {
  test.each([1, 2, 59, 60, 61, 200, 1000])(
    'of %d participants, everybody stands in exactly one row, and there are not too many rows',
    (count) => {
      const made = picture(analysis(crowd(count - 1)));
      const rows = orderRows(made, 'role', 60);
      const ids = rows.flatMap((row) => lanesOf(row).map(({ id }) => id));
      expect(ids.toSorted()).toEqual(made.lanes.map(({ id }) => id).toSorted());
      expect(rows.length).toBeLessThanOrEqual(60);
      expect(rows.every((row) => row.kind === 'one')).toBe(count <= 60);
    },
  );

  test('hosts, and those whom a finding is about, keep a row of their own', () => {
    const rows = orderRows(picture(analysis(crowd(300), { findings: [finding(1, ['guest-7'])] })), 'role', 30);
    const alone = rows.flatMap((row) => (row.kind === 'one' ? [row.id] : []));
    expect(alone).toContain('host');
    expect(alone).toContain('guest-7');
  });

  test('those in a crowd went through the same states', () => {
    for (const row of orderRows(picture(analysis(crowd(1000))), 'role', 60)) {
      const fates = new Set(
        lanesOf(row).map(({ segments }) =>
          segments
            .map(({ state }) => state)
            .join(' ')
            .replace('connecting ', ''),
        ),
      );
      expect(fates.size).toBe(1);
    }
  });

  test('even one row is possible', () => {
    expect(orderRows(picture(analysis(crowd(300))), 'role', 1).length).toBeLessThanOrEqual(2);
  });
});

describe('orders', () => {
  const made = picture(analysis(crowd(20)));

  test.each(orders)('%s keeps everybody', (order) => {
    expect(orderRows(made, order, 60)).toHaveLength(21);
  });

  test('by role, the host comes first; by joining, who joined first', () => {
    expect(orderRows(made, 'role', 60)[0]?.id).toBe('host');
    const joined = orderRows(made, 'joined', 60).flatMap((row) => lanesOf(row).map(({ participant }) => participant.joinedAt ?? 0));
    expect(joined).toEqual(joined.toSorted((a, b) => a - b));
  });

  test('by name, capitals do not matter', () => {
    const names = orderRows(made, 'name', 60).flatMap((row) => lanesOf(row).map(({ label }) => label.toLowerCase()));
    expect(names).toEqual(names.toSorted());
  });
});
