/** Zip archives of any writer, whole or damaged: every member is read, or named with the reason. */
import { describe, expect, test } from 'vitest';
import { inputLimits } from '#input/index.ts';
import { readBytes } from './read-all.ts';
import { zip, type ZipPart } from './zip-archive.ts';

const first = Buffer.from('one\ntwo\nthree\n'.repeat(400));
const second = Buffer.from('four\nfive\n');
const both = { '-!a.log': first.toString(), '-!b.log': second.toString() };

describe('members', () => {
  test.each<readonly [string, Partial<ZipPart>]>([
    ['deflated', {}],
    ['stored', { method: 0 }],
    ['deflated to a pipe', { streamed: 'with mark' }],
    ['deflated to a pipe, without a mark', { streamed: 'without mark' }],
    ['deflated to a pipe, with sizes of 64 bits', { streamed: '64 bits' }],
    ['stored to a pipe', { method: 0, streamed: 'with mark' }],
    ['stored to a pipe, with sizes of 64 bits', { method: 0, streamed: '64 bits' }],
  ])('%s', async (_, how) => {
    const archive = zip([
      { name: 'logs/', data: new Uint8Array(0), ...how },
      { name: 'a.log', data: first, ...how },
      { name: 'b.log', data: second, ...how },
    ]);
    for (const size of [1, 7, 100_000]) expect(await readBytes(archive, {}, size)).toEqual({ texts: both, problems: [], passed: [] });
  });

  test('an archive in one that was stored to a pipe is a member, and its members are no others', async () => {
    const inner = zip([{ name: 'b.log', data: second, streamed: 'with mark' }]);
    const { texts, problems } = await readBytes(zip([{ name: 'in.zip', data: inner, method: 0, streamed: 'with mark' }]));
    expect({ texts, problems }).toEqual({ texts: { '-!in.zip!b.log': second.toString() }, problems: [] });
  });

  test.each<readonly [string, Uint8Array, number, string]>([
    ['UTF-8', Buffer.from('ü日.log'), 0x800, 'ü日.log'],
    ['UTF-8 that the archive does not announce', Buffer.from('ü日.log'), 0, 'ü日.log'],
    ['code page 437', Buffer.from([0x81, 0x62, 0x2e, 0x6c]), 0, 'üb.l'],
  ])('names in %s', async (_, name, flags, shown) => {
    expect(Object.keys((await readBytes(zip([{ name, data: first, flags }]))).texts)).toEqual([`-!${shown}`]);
  });
});

describe('what cannot be read is named, and the others are read', () => {
  const after: ZipPart = { name: 'b.log', data: second };
  const cases: readonly (readonly [string, ZipPart, RegExp])[] = [
    ['an encrypted member', { name: 'a.log', data: first, flags: 1 }, /^-!a\.log is encrypted/u],
    ['one that was encrypted to a pipe', { name: 'a.log', data: first, flags: 1, streamed: 'with mark' }, /^-!a\.log is encrypted/u],
    ['an unknown method', { name: 'a.log', data: first, method: 14 }, /^-!a\.log is compressed by a method/u],
    ['another check sum', { name: 'a.log', data: first, checkSum: 7 }, /^-!a\.log its zip data are damaged/u],
    ['data that are none', { name: 'a.log', data: first, packed: Buffer.alloc(50, 0xff) }, /^-!a\.log its zip data are damaged/u],
    [
      'data to a pipe that are none',
      { name: 'a.log', data: first, packed: Buffer.alloc(50, 0xff), streamed: 'with mark' },
      /^-!a\.log its zip data are damaged/u,
    ],
  ];
  test.each(cases)('%s', async (_, part, problem) => {
    const { texts, problems } = await readBytes(zip([part, after]));
    expect(texts['-!b.log']).toBe(second.toString());
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });

  test('a damaged header', async () => {
    const archive = zip([{ name: 'a.log', data: first }, after]);
    archive.set([0x58, 0x58], 0);
    const { texts, problems } = await readBytes(Buffer.concat([zip([{ name: '0.log', data: first }], false), archive]));
    expect(Object.keys(texts)).toEqual(['-!0.log', '-!b.log']);
    expect(problems).toEqual(['- the archive is damaged after 1 member; the others were read']);
  });

  test('an archive that is cut off in a member, or between two', async () => {
    const cut = await readBytes(zip([{ name: 'a.log', data: first, method: 0 }]).subarray(0, 3000));
    expect(cut.texts['-!a.log']).toBe(first.subarray(0, 3000 - 35).toString());
    expect(cut.problems.join()).toMatch(/^-!a\.log the archive is cut off in it/u);
    expect((await readBytes(zip([after], false))).problems).toEqual(['- the archive is cut off; what came before was read']);
  });
});

describe('members that mean harm', () => {
  const zeros = { name: 'zeros', data: Buffer.alloc(200 * 2 ** 20) };
  const text = { name: 'text.log', data: Buffer.alloc(200 * 2 ** 20, 0x61) };
  test('one that is no text is not unpacked', async () => {
    const start = performance.now();
    const { passed } = await readBytes(zip([zeros, { name: 'a.log', data: first }]));
    expect(passed).toEqual(['-!zeros is no text']);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test.each<readonly [string, Partial<ZipPart>]>([
    ['with', {}],
    ['without', { streamed: 'with mark' }],
  ])('one that grows beyond the ratio %s its size in front is named, and the others are read', async (_, how) => {
    const { texts, problems } = await readBytes(
      zip([
        { ...text, ...how },
        { name: 'b.log', data: second },
      ]),
      { ratio: 50 },
    );
    expect(problems).toEqual([expect.stringMatching(/^-!text\.log grows to more than 50 times its size/u)]);
    expect(texts['-!b.log']).toBe(second.toString());
  });

  test('more of them than the limit', async () => {
    const many = zip(Array.from({ length: 9 }, (_, at) => ({ name: `${at}.log`, data: second })));
    expect((await readBytes(many, { members: 4 })).problems.join()).toMatch(/more than 4 members; --max-members/u);
    expect((await readBytes(many, inputLimits)).problems).toEqual([]);
  });
});
