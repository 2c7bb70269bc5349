/** Zone and year of stamps: given, proven by the log, or assumed. */
import { describe, expect, test } from 'vitest';
import { type Chronology, chronologies, createClock, createFramer, framingLimits, survey } from '#framing/index.ts';
import { instant, iso } from '#model/index.ts';

interface Given {
  readonly zone?: string;
  readonly year?: number;
  readonly modified?: number;
}

const now = Date.UTC(2026, 10, 24, 12);

/** The moments of the Call Bridge's records, and how they were found. */
function read(
  lines: readonly string[],
  { zone, year, modified }: Given = {},
): { readonly moments: readonly string[]; readonly chronology: Chronology } {
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const options = { zone: zone ?? null, year: year ?? null, modified: modified === undefined ? null : instant(modified), now };
  const [chronology] = chronologies([{ survey: survey(bytes), options }]);
  if (chronology === undefined) throw new Error('no chronology');
  const moments: string[] = [];
  const framer = createFramer({
    input: 'x',
    clock: createClock({ zone: chronology.zone, firstYear: chronology.firstYear, date: null }),
    limits: framingLimits,
    newestFirst: chronology.newestFirst,
    mayMatter: () => true,
    emit: (record) => {
      if (record.process === 'host:server') moments.push(record.at === null ? '?' : iso(record.at));
    },
    unparsed: () => undefined,
  });
  framer.push(bytes);
  framer.finish();
  return { moments, chronology };
}

const call = (stamp: string): string => `${stamp} user.info bridge1 host:server:  INFO : call 7: SIP call ringing`;
const nginx = (stamp: string, utc: string): string =>
  `${stamp} daemon.info bridge1 4f7c0e3e1f0a wb3_frontend: 10.0.0.9 - - [${utc} +0000] "GET / HTTP/1.1" 200`;

describe('the zone', () => {
  test.each([
    ['nginx', nginx('May  4 09:12:33', '04/May/2023:13:12:33')],
    ['nginx, msec', 'May  4 09:12:33 daemon.info bridge1 4f7c0e3e1f0a wb3_frontend: 10.0.0.9 "GET / HTTP/1.1" msec 1683205953.120'],
    ['postgres', 'May  4 09:12:33 daemon.info bridge1 postgres[54639]: [6-1] 2023-05-04 13:12:33.120 UTC [54639] LOG: x'],
    ['a Go proxy', 'May  4 09:12:33 daemon.info bridge1 webproxy: 2023/05/04 13:12:33 http: TLS handshake error'],
    [
      'an API trace',
      'May  4 09:12:33 user.info bridge1 host:server:  INFO : API trace 7: <record><cdrTime>2023-05-04T13:12:33Z</cdrTime></record>',
    ],
  ])('is proven by %s', (_name, twin) => {
    const { moments, chronology } = read([twin, call('May  4 09:12:35')]);
    expect(chronology.zone).toMatchObject({ name: 'UTC-04:00', basis: 'log' });
    expect(moments.at(-1)).toBe('2023-05-04T13:12:35.000Z');
  });

  test('is the one given, whatever twins say', () => {
    const { moments, chronology } = read([nginx('May  4 09:12:33', '04/May/2023:13:12:33'), call('May  4 09:12:35')], {
      zone: 'Europe/Berlin',
    });
    expect(chronology.zone).toMatchObject({ name: 'Europe/Berlin', basis: 'option' });
    expect(moments).toEqual(['2023-05-04T07:12:35.000Z']);
  });

  test('is assumed UTC where nothing proves one, or twins contradict each other', () => {
    expect(read([call('May  4 09:12:35')]).chronology.zone).toMatchObject({ name: 'UTC', basis: 'assumed' });
    const strays = ['12', '08', '17', '03'].map((hour) => nginx('May  4 09:12:33', `04/May/2023:${hour}:12:33`));
    expect(read(strays).chronology.zone).toMatchObject({ name: 'UTC', basis: 'assumed' });
  });

  test('may change while the log runs: twins on both sides of it', () => {
    const { moments } = read([
      nginx('Mar 12 01:59:30', '12/Mar/2023:06:59:30'),
      call('Mar 12 01:59:50'),
      nginx('Mar 12 03:00:10', '12/Mar/2023:07:00:10'),
      call('Mar 12 03:00:20'),
    ]);
    expect(moments).toEqual(['2023-03-12T06:59:50.000Z', '2023-03-12T07:00:20.000Z']);
  });
});

describe('the hour that happens twice', () => {
  const stamps = ['Nov  5 00:59:00', 'Nov  5 01:10:00', 'Nov  5 01:50:00', 'Nov  5 01:05:00', 'Nov  5 01:55:00', 'Nov  5 02:01:00'];

  test('is told apart by the order of the records', () => {
    expect(read(stamps.map(call), { zone: 'America/New_York', year: 2023 }).moments.map((moment) => moment.slice(11, 16))).toEqual([
      '04:59',
      '05:10',
      '05:50',
      '06:05',
      '06:55',
      '07:01',
    ]);
  });

  test('jitter of seconds is no second run', () => {
    const { moments } = read([call('Nov  5 01:10:05'), call('Nov  5 01:10:04')], { zone: 'America/New_York', year: 2023 });
    expect(moments.map((moment) => moment.slice(11, 19))).toEqual(['05:10:05', '05:10:04']);
  });

  test('an hour that is skipped is moved on', () => {
    expect(read([call('Mar 12 02:30:00')], { zone: 'America/New_York', year: 2023 }).moments).toEqual(['2023-03-12T07:30:00.000Z']);
  });
});

describe('the year', () => {
  test('is that of the first stamp when it is given, and goes on over New Year', () => {
    const { moments, chronology } = read([call('Dec 31 23:59:59'), call('Jan  1 00:00:01'), call('Dec 31 23:59:59')], { year: 2022 });
    expect(chronology).toMatchObject({ firstYear: 2022, yearBasis: 'option' });
    expect(moments.map((moment) => moment.slice(0, 4))).toEqual(['2022', '2023', '2022']);
  });

  test('is proven by a twin, also behind New Year', () => {
    const { moments, chronology } = read([call('Dec 31 23:59:59'), nginx('Jan  1 00:00:01', '01/Jan/2024:00:00:01')]);
    expect(chronology).toMatchObject({ firstYear: 2023, yearBasis: 'log' });
    expect(moments).toEqual(['2023-12-31T23:59:59.000Z']);
  });

  test('else the latest that is not in the future', () => {
    expect(read([call('May  4 09:12:33')]).chronology).toMatchObject({ firstYear: 2026, yearBasis: 'assumed' });
    expect(read([call('Dec  4 09:12:33')]).chronology).toMatchObject({ firstYear: 2025, yearBasis: 'assumed' });
    expect(read([call('Dec 30 09:12:33'), call('Jan  2 00:00:00')]).chronology).toMatchObject({ firstYear: 2025 });
  });

  test('nor behind the time at which the file was written', () => {
    const { chronology } = read([call('May  4 09:12:33')], { modified: Date.UTC(2021, 4, 4, 10) });
    expect(chronology).toMatchObject({ firstYear: 2021, yearBasis: 'log' });
    expect(read([call('May  4 09:12:33')], { modified: Date.UTC(2021, 3, 4, 10) }).chronology).toMatchObject({ firstYear: 2020 });
  });

  test('has a 29 February where the log has one, and never makes it 1 March', () => {
    const { moments, chronology } = read([call('Feb 29 09:12:33'), call('Mar  1 00:00:00')]);
    expect(chronology.firstYear).toBe(2024);
    expect(moments).toEqual(['2024-02-29T09:12:33.000Z', '2024-03-01T00:00:00.000Z']);
  });

  test('is null where every stamp has its own', () => {
    expect(read(['2023-05-04 09:12:33.120 Info call 7: SIP call ringing']).chronology.firstYear).toBeNull();
  });

  describe('of logs of one host that are given together', () => {
    const first = (...logs: readonly (readonly string[])[]): readonly unknown[] =>
      chronologies(
        logs.map((lines) => ({
          survey: survey(Buffer.from(`${lines.join('\n')}\n`)),
          options: { zone: null, year: null, modified: null, now },
        })),
      ).map(({ firstYear, yearBasis }) => [firstYear, yearBasis]);
    const twin = nginx('Jan  2 00:00:01', '02/Jan/2024:00:00:01');

    test.each<readonly [string, readonly (readonly string[])[], readonly unknown[]]>([
      [
        'is proven by a twin in one of them',
        [[call('Jan  3 10:00:00')], [twin]],
        [
          [2024, 'log'],
          [2024, 'log'],
        ],
      ],
      [
        'is the one before where New Year lies between them',
        [[call('Dec 31 10:00:00')], [twin]],
        [
          [2023, 'log'],
          [2024, 'log'],
        ],
      ],
      [
        'has a 29 February in both, or in none',
        [[call('Feb 29 00:00:01')], [call('Feb 28 23:59:59')]],
        [
          [2024, 'assumed'],
          [2024, 'assumed'],
        ],
      ],
    ])('%s', (_, logs, years) => {
      expect(first(...logs)).toEqual(years);
    });

    test('of two hosts, neither proves anything for the other', () => {
      expect(first([call('Jan  3 10:00:00').replace('bridge1', 'bridge2')], [twin])).toEqual([
        [2026, 'assumed'],
        [2024, 'log'],
      ]);
    });
  });
});
