/** Every framing of the documentation (facts on CMS logs, section 1), and what relays and exports make of it. */
import { describe, expect, test } from 'vitest';
import { isDateless, iso } from '#model/index.ts';
import { frame } from './support.ts';

/** `time host process framing message` of each record. */
function read(text: string): readonly string[] {
  return frame(text).records.map(({ at, host, process, framing, message }) =>
    [at === null ? '?' : iso(at).slice(0, 23), host ?? '-', process === '' ? '-' : process, framing, message].join(' '),
  );
}

const message = 'call 7: SIP call ringing';

describe('a record is read in', () => {
  test.each([
    ['F1', `2023-05-04  09:12:33.120  Info     ${message}`, '2023-05-04T09:12:33.120 - host:server web-admin'],
    ['F1a', `2023-05-04  09:12:33.120  Info ${message}`, '2023-05-04T09:12:33.120 - host:server web-admin'],
    ['F1b', `2023-05-04 09:12:33.120 Warning ${message}`, '2023-05-04T09:12:33.120 - host:server web-admin'],
    ['F2', `May  4 09:12:33 user.info bridge1 host:server:  INFO : ${message}`, '2023-05-04T09:12:33.000 bridge1 host:server syslog'],
    [
      'F2, day not padded',
      `May 4 09:12:33 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server syslog',
    ],
    [
      'F3',
      `May  4 09:12:33.120 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.120 bridge1 host:server syslog-ms',
    ],
    [
      'F4',
      `2023-05-04T09:12:33.120 user.info bridge1 host:server: INFO : ${message}`,
      '2023-05-04T09:12:33.120 bridge1 host:server syslog-iso',
    ],
    [
      'F5',
      `<14>May  4 09:12:33 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server syslog-pri',
    ],
    [
      'F6',
      `2023-05-04 02:12:40   User.Info   bridge1   May  4 09:12:33 bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server collector',
    ],
    [
      'F6 with tabs',
      `2023-05-04 02:12:40\tUser.Info\tbridge1\tMay  4 09:12:33 bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server collector',
    ],
    [
      'F8',
      `Line 217: May 4 09:12:33 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server syslog',
    ],
    [
      'F8, grep',
      `logs/bridge1.log:217:May  4 09:12:33 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server syslog',
    ],
    [
      'F9',
      `May  4 09:12:33 user.info< http://user.info>; bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server syslog',
    ],
    [
      'F11, RFC 3164 in front',
      `May  4 09:12:40 relay1 May  4 09:12:33 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server relayed',
    ],
    [
      'F11, RFC 3164 with PRIs',
      `<13>May  4 09:12:40 relay1 <14>May  4 09:12:33 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server relayed',
    ],
    [
      'F11, the address of the sender',
      `May  4 09:12:33 10.0.0.5 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server relayed',
    ],
    [
      'F11, without facility',
      `May  4 09:12:33 bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server relayed',
    ],
    [
      'F11, rsyslog file format',
      `2023-05-04T09:12:33.120456+02:00 relay1 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T07:12:33.120 bridge1 host:server relayed',
    ],
    [
      'F11, RFC 5424 with a record',
      `<14>1 2023-05-04T09:12:41.003Z relay1 cms - - - May  4 09:12:33 user.info bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.000 bridge1 host:server relayed',
    ],
    [
      'F11, RFC 5424 with the rest of one',
      `<14>1 2023-05-04T09:12:33.120Z bridge1 host:server - - - INFO : ${message}`,
      '2023-05-04T09:12:33.120 bridge1 host:server relayed',
    ],
    [
      'F11, RFC 5424 and structured data',
      `<14>1 2023-05-04T09:12:33.120Z relay1 - - - [meta sequenceId="1"] bridge1 host:server:  INFO : ${message}`,
      '2023-05-04T09:12:33.120 bridge1 host:server relayed',
    ],
  ])('%s', (_name, line, expected) => {
    expect(read(`${line}\n`)).toEqual([`${expected} ${message}`]);
  });

  test('all of them in one input, told apart record by record', () => {
    const text = [
      `2023-05-04  09:12:33.120  Info     ${message}`,
      `May  4 09:12:34 user.info bridge1 host:server:  INFO : ${message}`,
      `<14>May  4 09:12:35 user.info bridge1 host:server:  INFO : ${message}`,
      `2023-05-04T09:12:36.120 user.info bridge1 host:server: INFO : ${message}`,
      `May  4 09:12:37.120 user.info bridge1 host:server:  INFO : ${message}`,
    ].join('\n');
    expect(frame(text).counts.framings).toEqual({ 'web-admin': 1, syslog: 1, 'syslog-pri': 1, 'syslog-iso': 1, 'syslog-ms': 1 });
  });
});

test('a collector writes records of other processes, too: their own time counts', () => {
  const text = [
    `2023-05-04 02:12:40   User.Info   bridge1   May  4 09:12:33 bridge1 host:server:  INFO : ${message}`,
    '2023-05-04 02:12:41   User.Info   bridge1   May  4 09:12:34 bridge1 client_backend:  INFO : SamlManager : ready',
  ].join('\n');
  expect(read(`${text}\n`)).toEqual([
    `2023-05-04T09:12:33.000 bridge1 host:server collector ${message}`,
    '2023-05-04T09:12:34.000 bridge1 client_backend collector SamlManager : ready',
  ]);
});

describe('heads in the middle of a line', () => {
  const said = (host: string): string => `May  4 09:12:33 bridge1 host:server:  INFO : ${message} May  4 09:12:34 ${host} authp: ready\n`;

  test('count without facility when they name a Call Bridge of the log', () => {
    expect(read(said('bridge1'))).toEqual([
      `2023-05-04T09:12:33.000 bridge1 host:server relayed ${message}`,
      '2023-05-04T09:12:34.000 bridge1 authp relayed ready',
    ]);
  });

  test('are part of the message otherwise', () => {
    expect(read(said('elsewhere'))).toEqual([
      `2023-05-04T09:12:33.000 bridge1 host:server relayed ${message} May  4 09:12:34 elsewhere authp: ready`,
    ]);
  });

  test('end a record without facility, however short it is', () => {
    const line = (second: number, text: string): string => `May  4 09:12:${second} bridge1 host:server:  INFO : ${text}`;
    expect(read(`${line(33, 'x')} ${line(34, 'y')} ${line(35, message)}\n`)).toHaveLength(3);
  });

  test('may be cut between hour and minute', () => {
    const [before, behind] = ['2023-05-04 02:12:40\tUser.Info\tbridge1\tMay  4 0', '9:12:33 bridge1 host:server:  INFO : '];
    expect(read(`${before}${behind}x\n${before}\n${behind}${message}\n`)).toContain(
      `2023-05-04T09:12:33.000 bridge1 host:server collector ${message}`,
    );
  });
});

describe('other processes (F12)', () => {
  test.each([
    ['streamer-sip[2209]: 201211.634 : INFO : call 13: using streamer worker 0', 'streamer-sip', 'call 13: using streamer worker 0'],
    ['streamer-sip[2209]: 201212.685 : : call 13: ending', 'streamer-sip', 'call 13: ending'],
    ['client_backend:  INFO    : SamlManager : ready', 'client_backend', 'SamlManager : ready'],
    ['cli: User admin from 10.0.0.9:63290 issued command reboot', 'cli', 'User admin from 10.0.0.9:63290 issued command reboot'],
    ['postgres[54639]: [6-1] 2023-05-04 13:12:33.120 UTC LOG: x', 'postgres', '[6-1] 2023-05-04 13:12:33.120 UTC LOG: x'],
    [
      '4f7c0e3e1f0a wb3_frontend: 10.0.0.9 - - [04/May/2023:13:12:33 +0000] "GET / HTTP/1.1"',
      'wb3_frontend',
      '10.0.0.9 - - [04/May/2023:13:12:33 +0000] "GET / HTTP/1.1"',
    ],
  ])('%s', (rest, process, text) => {
    for (const stamp of ['May  4 09:12:33.120', '2023-05-04T09:12:33.120']) {
      const [record] = frame(`${stamp} daemon.info bridge1 ${rest}\n`).records;
      expect([record?.host, record?.process, record?.message]).toEqual(['bridge1', process, text]);
    }
  });
});

describe('lost and cut heads (F7)', () => {
  const before = `Jul 26 14:08:22 user.info bridge1 host:server:  INFO : ${message}\n`;

  test('what is left of a stamp gives the time; the neighbours give the date', () => {
    const { records } = frame(`${before}ul 26 14:08:23 user.info bridge1 host:server:  INFO : call 8: SIP call ringing\n`);
    expect(records.map(({ at, stampBasis }) => [at === null ? null : iso(at), stampBasis])).toEqual([
      ['2023-07-26T14:08:22.000Z', 'stamp'],
      ['2023-07-26T14:08:23.000Z', 'neighbour-date'],
    ]);
  });

  test('without any stamp a record has the time of the one before', () => {
    const { records } = frame(`${before}bridge1 host:server:  INFO : call 8: SIP call ringing\n`);
    expect(records[1]).toMatchObject({
      at: Date.UTC(2023, 6, 26, 14, 8, 22),
      stampBasis: 'neighbour',
      framing: 'headless',
      message: 'call 8: SIP call ringing',
    });
  });

  test('at the beginning it has the time of the one behind', () => {
    const { records } = frame(`ver:  INFO : call 8: SIP call ringing\n${before}`);
    expect(records[0]).toMatchObject({
      at: Date.UTC(2023, 6, 26, 14, 8, 22),
      stampBasis: 'neighbour',
      message: 'call 8: SIP call ringing',
    });
  });

  test('a time that is cut is none', () => {
    const { records } = frame(`2017-02-21 17:49:07.971 Info call 7: SIP call ringing\n:49:09.971 Info call 8: SIP call ringing\n`);
    expect(records[1]).toMatchObject({ at: Date.UTC(2017, 1, 21, 17, 49, 7, 971), stampBasis: 'neighbour' });
  });

  test('a record of another process is one of that process', () => {
    const { records } = frame(`${before}daemon.info bridge1 streamer-sip[2280]:  144500.368 : INFO    : call 3: closed\n`);
    expect(records[1]).toMatchObject({ framing: 'headless', host: 'bridge1', process: 'streamer-sip', message: 'call 3: closed' });
  });

  test('a log in which no record has a time is kept without one', () => {
    const { records } = frame('bridge1 host:server:  INFO : call 8: SIP call ringing\n');
    expect(records[0]).toMatchObject({ at: null, stampBasis: 'neighbour' });
  });
});

describe('diagnostics (F10)', () => {
  const text = [
    'Recent log messages:',
    '09:12:35.120 Info    call 7: ending',
    '09:12:34.120 Info    participant "ken@lab.example" joined',
    '23:59:59.120 Info    call 7: begun',
    '3 most recent (of 320) shown',
    '',
  ].join('\n');

  test('are put in order, over midnight too; without a date given, theirs is not known', () => {
    const { records, counts } = frame(text);
    expect(records.map((record) => record.message.split('\n')[0])).toEqual([
      'call 7: begun',
      'participant "ken@lab.example" joined',
      'call 7: ending',
    ]);
    expect(counts.framings).toEqual({ diagnostics: 3 });
    expect(records.every(({ at }) => at !== null && isDateless(at))).toBe(true);
  });

  test('a log whose lines all lost the beginnings of their dates has times of day, in its own order', () => {
    const cut = [
      'ay  4 23:59:59.120 user.info bridge1 host:server:  INFO : call 7: begun',
      'y  5 00:00:01.120 user.info bridge1 host:server:  INFO : call 7: ending',
    ];
    const { records, counts } = frame(`${cut.join('\n')}\n`);
    expect(counts.framings).toEqual({ headless: 2 });
    const [begun, ending] = records.map(({ at }) => at);
    expect(begun !== null && begun !== undefined && isDateless(begun)).toBe(true);
    expect((ending ?? 0) - (begun ?? 0)).toBe(2000);
    const timeless = frame(cut.map((line) => `${line.slice(line.indexOf('bridge1'))}\n`).join(''));
    expect(timeless.records.map(({ at }) => at)).toEqual([null, null]);
  });

  test('have the date that is given, the newest first of it', () => {
    const { records } = frame(text, { date: Date.UTC(2023, 4, 4) });
    expect(records.map(({ at }) => (at === null ? null : iso(at)))).toEqual([
      '2023-05-03T23:59:59.120Z',
      '2023-05-04T09:12:34.120Z',
      '2023-05-04T09:12:35.120Z',
    ]);
  });
});

describe('exports (F11)', () => {
  const record = `May  4 09:12:33.120 user.info bridge1 host:server:  INFO : participant "Zoë "x"" left space 7c2f0b1e-94d3-4f6a-8a55-0de1c9b7a312 (a, b)`;
  const said = 'participant "Zoë "x"" left space 7c2f0b1e-94d3-4f6a-8a55-0de1c9b7a312 (a, b)';
  const expected = [`2023-05-04T09:12:33.120 bridge1 host:server json ${said}`];
  const quoted = `"${record.replaceAll('"', '""')}"`;

  test.each([
    ['Splunk', JSON.stringify({ preview: false, result: { _raw: record, host: 'relay', _time: '2023-05-04 09:12:40.000 UTC' } })],
    ['an array', `[\n${JSON.stringify({ message: record })}\n]`],
    ['an array on one line, one object', `[${JSON.stringify({ message: record })}]`],
    ['pretty', JSON.stringify([{ index: 1, _raw: record, host: 'x' }], null, 2)],
    ['escapes', JSON.stringify({ message: record }).replaceAll('ë', '\\u00eb')],
    [
      'journald, in fields',
      JSON.stringify({ __REALTIME_TIMESTAMP: '1683191553120000', _HOSTNAME: 'bridge1', MESSAGE: `host:server:  INFO : ${said}` }),
    ],
    ['Graylog, in fields', JSON.stringify({ timestamp: 1683191553.12, source: 'bridge1', application_name: 'host:server', message: said })],
  ])('JSON: %s', (_name, text) => {
    expect(read(`${text}\n`)).toEqual(expected);
    expect(frame(`${text}\n`).unparsed).toEqual([]);
  });

  test.each([
    ['with names', `"_time","_raw","host"\n"2023-05-04T09:12:40.000Z",${quoted},"relay"`],
    ['semicolons', `time;message;host\n2023-05-04T09:12:40Z;${quoted};relay`],
    ['without names', `"2023-05-04T09:12:40.000Z",${quoted},"relay"`],
    ['one column', `_raw\n${quoted}`],
    ['a line break in the field', `"_raw","host"\n"${record.replaceAll('"', '""')}\n","relay"`],
    ['the message only', `_time,host,process,message\n2023-05-04T09:12:33.120Z,bridge1,host:server,"${said.replaceAll('"', '""')}"`],
  ])('CSV: %s', (_name, text) => {
    expect(read(`${text}\n`)).toEqual(expected.map((line) => line.replace(' json ', ' csv ')));
  });

  test('newest first, as Splunk exports them, are turned round', () => {
    const rows = [5, 4, 3, 2, 1].map(
      (second) => `May  4 09:12:3${second} user.info bridge1 host:server:  INFO : call ${second}: SIP call ringing`,
    );
    expect(frame(rows.join('\n')).records.map(({ line, order }) => [line, order])).toEqual([
      [5, 0],
      [4, 1],
      [3, 2],
      [2, 3],
      [1, 4],
    ]);
  });
});

describe('what is no record', () => {
  test('is unparsed with its lines before the first record, and part of the message behind it', () => {
    const { records, unparsed } = frame(`Hello,\n\nsee below.\n2023-05-04 09:12:33.120 Info ${message}\nRegards,\nKen\n`);
    expect(unparsed.map(({ line, text }) => [line, text])).toEqual([
      [1, 'Hello,'],
      [3, 'see below.'],
    ]);
    expect(records.map(({ line, message: read }) => [line, read])).toEqual([[4, `${message}\nRegards,\nKen`]]);
  });

  test('and an input without any record is all unparsed', () => {
    const { records, unparsed, counts } = frame('# Title\n\nNothing here at 2023-05-04 09:12.\n');
    expect(records).toEqual([]);
    expect(unparsed.length).toBe(2);
    expect(counts).toMatchObject({ lines: 3, records: 0, unparsed: 2, first: null });
  });
});
