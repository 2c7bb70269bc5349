/** Heads as the programs write them, and what relays, collectors and exports make of whole records. */
import type { Entry } from './logs.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export function isoOf(at: number): string {
  return new Date(at).toISOString();
}

/** `May  4` */
export function day(at: number, pad = ' '): string {
  const date = new Date(at);
  return `${months[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2, pad)}`;
}

export function body({ message }: Entry, gap = '  '): string {
  if (message.process !== 'host:server') return `${message.process}: ${message.text}`;
  return `host:server:${gap}${message.level.toUpperCase()} : ${message.text}`;
}

export type Head = (entry: Entry) => string | null;

const web =
  (write: (date: string, time: string, entry: Entry) => string): Head =>
  (entry) => {
    if (entry.message.process !== 'host:server') return null;
    return write(isoOf(entry.at).slice(0, 10), isoOf(entry.at).slice(11, 23), entry);
  };

const f3 = (entry: Entry): string =>
  `${day(entry.at)} ${isoOf(entry.at).slice(11, 23)} ${entry.message.facility} ${entry.host} ${body(entry)}`;
const f4 = (entry: Entry): string => `${isoOf(entry.at).slice(0, 23)} ${entry.message.facility} ${entry.host} ${body(entry, ' ')}`;

/** A collector two hours ahead, and half a second late. */
const late = 2 * 3_600_000 + 532;
const later = (at: number): string => `${isoOf(at + late).slice(0, 23)}+02:00`;

const rfc5424 = (entry: Entry): string => {
  const { process, level, text } = entry.message;
  const bridge = process === 'host:server';
  return `<14>1 ${isoOf(entry.at)} ${entry.host} ${process.split('[')[0]?.split(' ')[0]} - - - ${bridge ? ` ${level.toUpperCase()} : ` : ''}${text}`;
};

/** Framings that show milliseconds: any two of them tell the same of a record. */
export const heads = {
  F1: web((date, time, { message }) => `${date}  ${time}  ${message.level.padEnd(9)}${message.text}`),
  F1a: web((date, time, { message }) => `${date}  ${time}  ${message.level} ${message.text.replace(/^(call \d+):/, '$1 :')}`),
  F1b: web((date, time, { message }) => `${date} ${time} ${message.level} ${message.text}`),
  'F1, in columns with bars': web((date, time, { message }) => `${date} | ${time} | ${message.level} | ${message.text}`),
  F3: f3,
  'F3, day without blank': (entry) => f3(entry).replace('  ', ' '),
  F4: f4,
  'F4, with a comma': (entry) => f4(entry).replace('.', ','),
  'F4, with a zone': (entry) => f4(entry).replace(' ', 'Z '),
  'F5, ms': (entry) => `<14>${f3(entry)}`,
  'F5, PRI contradicts': (entry) => `<11>${f3(entry)}`,
  'F6, Kiwi': (entry) =>
    `${isoOf(entry.at + late)
      .slice(0, 19)
      .replace('T', ' ')}\tUser.Info\t${entry.host}\t${day(entry.at)} ${isoOf(entry.at).slice(11, 23)} ${entry.host} ${body(entry)}`,
  'F6, Kiwi with blanks': (entry) =>
    `${isoOf(entry.at + late)
      .slice(0, 19)
      .replace('T', ' ')}   User.Info   10.1.1.9   ${day(entry.at)} ${isoOf(entry.at).slice(11, 23)} ${entry.host} ${body(entry)}`,
  'F11, rsyslog, traditional': (entry) => `${day(entry.at + late)} ${isoOf(entry.at + late).slice(11, 19)} relay.lab.example ${f3(entry)}`,
  'F11, rsyslog, high precision': (entry) => `${isoOf(entry.at + late).slice(0, 23)}456+02:00 relay1 ${f3(entry)}`,
  'F11, syslog-ng, chained hosts': (entry) =>
    `${day(entry.at + late)} ${isoOf(entry.at + late).slice(11, 19)} 10.1.1.9/10.1.1.9 ${f4(entry)}`,
  'F11, RFC 3164 with PRI': (entry) => `<14>${day(entry.at + late)} ${isoOf(entry.at + late).slice(11, 19)} relay1 ${f3(entry)}`,
  'F11, RFC 5424 around': (entry) => `<14>1 ${later(entry.at)} relay1 cms - - - ${f3(entry)}`,
  'F11, RFC 5424 around, BOM': (entry) => `<14>1 ${later(entry.at)} relay1 cms 123 ID47 - \ufeff${f4(entry)}`,
  'F11, RFC 5424 around, data': (entry) =>
    `<134>1 ${later(entry.at)} relay1 - - - [meta sequenceId="29"][origin ip="10.1.1.9" software="rsyslogd"] ${f3(entry)}`,
  'F11, RFC 5424 in its stead': rfc5424,
  'F11, RFC 5424, the program ends at the first colon': (entry) => {
    const { process, level, text } = entry.message;
    if (process !== 'host:server') return rfc5424(entry);
    return `<14>1 ${isoOf(entry.at)} ${entry.host} host - - -  server:  ${level.toUpperCase()} : ${text}`;
  },
  'F11, RFC 5424, the facility for a host': (entry) =>
    `<14>1 ${isoOf(entry.at)} ${entry.message.facility} ${entry.host} - - -  ${body(entry)}`,
  'F11, without facility': (entry) => `${day(entry.at)} ${isoOf(entry.at).slice(11, 23)} ${entry.host} ${body(entry)}`,
  'F11, ISO without facility': (entry) => `${isoOf(entry.at)} ${entry.host} ${body(entry)}`,
  'F11, logger tag': (entry) => `${day(entry.at + late)} ${isoOf(entry.at + late).slice(11, 19)} relay1 cms[712]: ${f3(entry)}`,
  'F11, octet counting': (entry) => `${Buffer.byteLength(f3(entry)) + 4} <14>${f3(entry)}`,
  'F11, docker': (entry) => `cms-relay_1  | ${f3(entry)}`,
  'F11, kubectl': (entry) => `${isoOf(entry.at + late).slice(0, 23)}456789Z stdout F ${f3(entry)}`,
  'F11, fluentd': (entry) =>
    `${isoOf(entry.at + late)
      .slice(0, 19)
      .replace('T', ' ')} +0000 syslog.user.info: {"message":${JSON.stringify(f3(entry))}}`,
} satisfies Readonly<Record<string, Head>>;

export type HeadName = keyof typeof heads;

/** A file in which an export program keeps whole records: how it writes all of them. */
export type Export = (records: readonly { readonly entry: Entry; readonly text: string }[]) => string;

const csvField = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
const each =
  (write: (text: string, entry: Entry, place: number) => unknown): Export =>
  (records) =>
    lines(records.map(({ entry, text }, place) => JSON.stringify(write(text, entry, place))));

export const exports: Readonly<Record<string, Export>> = {
  'JSON: all in one text': (records) => `${JSON.stringify({ comment: { body: records.map(({ text }) => text).join('\n') } })}\n`,
  'source code: a string': (records) => `const log = ${JSON.stringify(records.map(({ text }) => text).join('\n'))};\n`,
  'XML: sections of characters': (records) =>
    `<log>\n${records.map(({ text }) => `<entry><![CDATA[${text}]]></entry>\n`).join('')}</log>\n`,
  'RTF, as far as it is plain': (records) =>
    `{\\rtf1\\ansi {\\fonttbl {\\f0 Courier;}}\n${records.map(({ text }) => `${text}\\par\n`).join('')}}`,
  'JSON: Splunk, result': each((text, entry, place) => ({
    preview: false,
    offset: place,
    result: { _time: later(entry.at), host: 'relay1', source: 'udp:514', sourcetype: 'cms', _raw: text, date_hour: '9' },
  })),
  'JSON: Splunk, lastrow': each((text, entry, place) => ({
    preview: true,
    offset: place,
    lastrow: false,
    result: { _raw: text, _time: later(entry.at) },
  })),
  'JSON: Splunk, results in one': (records) =>
    `${JSON.stringify({ preview: false, init_offset: 0, messages: [], fields: [{ name: '_raw' }], results: records.map(({ text, entry }) => ({ _raw: text, _time: later(entry.at) })) })}\n`,
  'JSON: Splunk, pretty': (records) =>
    `${JSON.stringify(
      records.map(({ text, entry }) => ({ result: { _time: later(entry.at), _raw: text, host: 'x' } })),
      null,
      2,
    )}\n`,
  'JSON: array on one line': (records) => `${JSON.stringify(records.map(({ text }) => ({ message: text })))}\n`,
  'JSON: Graylog': each((text, entry, place) => ({
    version: '1.1',
    host: 'relay1',
    timestamp: (entry.at + late) / 1000,
    level: 6,
    _gl2_message_id: `01H${place}`,
    full_message: `<14>${text}`,
    short_message: text.slice(0, 60),
    source: 'relay1',
  })),
  'JSON: Graylog, messages': each((text, entry) => ({
    message: { fields: { timestamp: isoOf(entry.at + late), source: 'relay1', message: text } },
    index: 'graylog_0',
  })),
  'JSON: journald': each((text, entry) => ({
    __REALTIME_TIMESTAMP: String((entry.at + late) * 1000),
    _HOSTNAME: 'relay1',
    PRIORITY: '6',
    SYSLOG_IDENTIFIER: 'rsyslogd',
    MESSAGE: text,
    _TRANSPORT: 'syslog',
  })),
  'JSON: journald, bytes': each((text, entry) => ({
    __REALTIME_TIMESTAMP: String((entry.at + late) * 1000),
    _HOSTNAME: 'relay1',
    MESSAGE: /[^ -~]/.test(text) ? [...Buffer.from(text)] : text,
  })),
  'JSON: Elastic': each((text, entry, place) => ({
    _index: 'filebeat-8',
    _id: `x${place}`,
    _source: {
      '@timestamp': isoOf(entry.at + late),
      agent: { type: 'filebeat', version: '8.1' },
      log: { offset: 12 * place, file: { path: '/var/log/cms.log' } },
      host: { name: 'relay1' },
      message: text,
    },
  })),
  'JSON: Elastic, event.original': each((text, entry) => ({
    '@timestamp': isoOf(entry.at + late),
    event: { original: text, module: 'x' },
    log: { syslog: { priority: 14 } },
  })),
  'JSON: Elastic, hits in one': (records) =>
    `${JSON.stringify({ took: 5, timed_out: false, hits: { total: { value: 3 }, hits: records.map(({ text }, place) => ({ _id: `${place}`, _source: { message: text } })) } })}\n`,
  'JSON: docker': each((text, entry) => ({ log: `${text}\n`, stream: 'stdout', time: isoOf(entry.at + late) })),
  'JSON: bunyan': each((text, entry) => ({
    name: 'relay',
    hostname: 'relay1',
    pid: 3,
    level: 30,
    msg: text,
    time: isoOf(entry.at + late),
    v: 0,
  })),
  'JSON: Loki': each((text, entry) => ({ labels: { job: 'cms' }, line: text, timestamp: isoOf(entry.at + late) })),
  'JSON: journald, the program ends at the first colon': each((_, entry) => ({
    __REALTIME_TIMESTAMP: String(entry.at * 1000),
    _HOSTNAME: entry.host,
    SYSLOG_IDENTIFIER: entry.message.process.split(/[:[]/)[0],
    MESSAGE: body(entry).replace(/^host:/, ''),
  })),
  'JSON: syslog-ng, the facility for a host': each((_, entry) => ({
    PROGRAM: entry.host,
    MESSAGE: body(entry),
    HOST: entry.message.facility,
    DATE: isoOf(entry.at),
  })),
  'JSON: strings': each((text) => text),
  'JSON: strings in one array': (records) => `${JSON.stringify(records.map(({ text }) => text))}\n`,
  'JSON: Loki, answer': (records) =>
    `${JSON.stringify({ data: { result: [{ stream: { job: 'cms' }, values: records.map(({ text, entry }) => [String((entry.at + late) * 1e6), text]) }] } })}\n`,
  'JSON: quoted by a mail': (records) =>
    lines(['> ```json', ...records.map(({ text }) => `> ${JSON.stringify({ message: text })}`), '> ```']),
  logfmt: (records) => lines(records.map(({ text, entry }) => `time=${isoOf(entry.at + late)} level=info msg=${JSON.stringify(text)}`)),
  'CSV: Azure, message only': (records) =>
    lines([
      '"TimeGenerated [UTC]",Computer,Facility,SeverityLevel,ProcessName,SyslogMessage',
      ...records.map(({ entry: { at, host, message } }) =>
        [isoOf(at), host, 'user', 'info', message.process, `${message.level.toUpperCase()} : ${message.text}`].map(csvField).join(','),
      ),
    ]),
  'CSV: quoted lines': (records) => lines(records.map(({ text }) => csvField(text))),
  'CSV: Splunk': (records) =>
    lines([
      '"_raw","_time",host,source',
      ...records.map(({ text, entry }) => `${csvField(text)},${csvField(later(entry.at))},relay1,"udp:514"`),
    ]),
  'CSV: Splunk, _raw last, serial first': (records) =>
    lines([
      '_serial,_time,source,_raw',
      ...records.map(({ text, entry }, place) => `${place},${csvField(later(entry.at))},"udp:514",${csvField(text)}`),
    ]),
  'CSV: Splunk, _raw alone': (records) => lines(['"_raw"', ...records.map(({ text }) => csvField(text))]),
  'CSV: Graylog': (records) =>
    lines([
      '"timestamp","source","message"',
      ...records.map(({ text, entry }) => [isoOf(entry.at + late), 'relay1', text].map(csvField).join(',')),
    ]),
  'CSV: Kibana': (records) =>
    lines([
      '"@timestamp","host.name",message',
      ...records.map(
        ({ text, entry }) => `"${day(entry.at + late, '')}, 2023 @ ${isoOf(entry.at + late).slice(11, 23)}",relay1,${csvField(text)}`,
      ),
    ]),
  'CSV: Excel, semicolons': (records) =>
    lines([
      'Zeit;Quelle;Message',
      ...records.map(({ text, entry }) => `04.05.2023 ${isoOf(entry.at + late).slice(11, 19)};relay1;${csvField(text)}`),
    ]),
  'CSV: tabs': (records) =>
    lines(['time\thost\tmessage', ...records.map(({ text, entry }) => `${isoOf(entry.at + late)}\trelay1\t${csvField(text)}`)]),
  'CSV: no names': (records) => lines(records.map(({ text, entry }) => `${isoOf(entry.at + late)},relay1,${csvField(text)}`)),
  'CSV: CRLF with BOM': (records) =>
    `\ufeff${['"_time","_raw"', ...records.map(({ text, entry }) => `${csvField(later(entry.at))},${csvField(text)}`)].join('\r\n')}\r\n`,
  'JSON: Splunk, newest first': (records) =>
    lines(records.toReversed().map(({ text }) => JSON.stringify({ preview: false, result: { _raw: text } }))),
  'CSV: Splunk, newest first': (records) => lines(['"_raw",host', ...records.toReversed().map(({ text }) => `${csvField(text)},x`)]),
};
