/** Records inside of JSON lines and CSV rows, as Splunk, Graylog, journald and their like export them (F11). */
import { facilitySource } from './headers.ts';

/** The named values of a JSON object or a CSV row, in UTF-8, one character per byte. */
export type Fields = ReadonlyMap<string, string>;

/** Where such programs keep the record as they got it, the surest first. */
const rawNames = [
  '_raw',
  'raw',
  'full_message',
  'message',
  'msg',
  'event',
  'log',
  'line',
  'text',
  'short_message',
  'body',
  'data',
  'syslogmessage',
];
const timeNames = [
  '@timestamp',
  'timestamp',
  '_time',
  'time',
  'datetime',
  'date',
  'timereported',
  'timegenerated',
  'timegenerated [utc]',
  '_source_realtime_timestamp',
  '__realtime_timestamp',
];
const hostNames = ['host', 'hostname', '_hostname', 'computer', 'source', 'host.name', 'fromhost', 'logsource'];
const processNames = [
  'process',
  'program',
  'ident',
  'syslog_identifier',
  'app',
  'appname',
  'app-name',
  'application_name',
  'tag',
  'syslogtag',
  'syslog-tag',
  'processname',
  'programname',
];

/** The names of columns and fields by which an export is recognised. */
export const knownNames: ReadonlySet<string> = new Set([
  ...rawNames,
  ...timeNames,
  ...hostNames,
  ...processNames,
  'severity',
  'facility',
  'level',
  'index',
  'sourcetype',
]);

const bridge = /host ?: ?server/;
const partedBridge = /^ {0,4}server ?:/;
const facility = new RegExp(`^${facilitySource}$`);
const bridgeInMessage = /host ?: ?server(?:\[\d{1,7}\])? ?:/;

/**
 * The record's lines in such fields, or null when they hold none. Where a field has the message only, a head is put together from the fields
 * that have time, host and process.
 * @param isRecord - whether a text begins with a head
 */
export function recordIn(fields: Fields, isRecord: (text: string) => boolean): string | null {
  const named = rawNames.flatMap((name) => fields.get(name) ?? []);
  const values = [...named, ...fields.values()];
  const whole = values.find(isRecord) ?? inColumns(fields, isRecord);
  if (whole !== null) return whole;
  const process = first(fields, processNames) ?? '';
  const message = values.find((value) => bridgeInMessage.test(value)) ?? messageOf(process, named[0]);
  const stamp = isoOf(first(fields, timeNames));
  if (message === undefined || stamp === null) return null;
  const host = hostOf(fields) ?? (/^[\w.-]+$/.test(process) ? process : 'unknown');
  if (!bridgeInMessage.test(message)) return `${stamp} ${host} host:server: ${message}`;
  const rest = message.slice(message.search(bridge));
  const before = /(?:^|\s)([\w.-]+) $/.exec(`${message.slice(0, message.search(bridge)).trimEnd()} `)?.[1];
  return `${stamp} ${before ?? host} ${rest}`;
}

/** Date, time, level and message in columns of their own, in the order of a record. */
function inColumns(fields: Fields, isRecord: (text: string) => boolean): string | null {
  if (fields.size < 2) return null;
  const joined = [...fields.values()].join('  ');
  return isRecord(joined) ? joined : null;
}

/** The message of a Call Bridge by the name of its program, which some relays end at the colon inside of `host:server`. */
function messageOf(process: string, message: string | undefined): string | undefined {
  if (/^host:?$/.test(process) && message !== undefined && partedBridge.test(message)) return `host:${message.trimStart()}`;
  return bridge.test(process) ? message : undefined;
}

/** A relay that takes the text of CMS for another gives the facility as the host. */
function hostOf(fields: Fields): string | undefined {
  return hostNames.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '' && !facility.test(value));
}

function first(fields: Fields, names: readonly string[]): string | undefined {
  return names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '');
}

/** A time as exports write it (ISO; seconds, milliseconds or microseconds since 1970) as an ISO stamp with its offset. */
function isoOf(time: string | undefined): string | null {
  if (time === undefined) return null;
  if (/^\d{9,16}(?:\.\d{1,9})?$/.test(time)) {
    const value = Number(time);
    const ms = value > 1e14 ? value / 1000 : value > 1e11 ? value : value * 1000;
    return new Date(Math.round(ms)).toISOString();
  }
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:[.,]\d{1,9})?) ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?/.exec(time);
  if (match === null) return null;
  const zone = match[3] === undefined || /^[+-]/.test(match[3]) ? (match[3] ?? '') : 'Z';
  return `${match[1]}T${match[2]}${zone}`;
}
