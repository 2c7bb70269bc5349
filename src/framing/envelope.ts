/** Records inside of JSON lines and CSV rows, as Splunk, Graylog, journald and their like export them (F11). */
/** The named values of a JSON object or a CSV row, in UTF-8, one character per byte. */
export type Fields = ReadonlyMap<string, string>;

/** Where such programs keep the record as they got it, the surest first. */
const rawNames = ['_raw', 'raw', 'full_message', 'message', 'msg', 'event', 'log', 'line', 'text', 'short_message', 'body', 'data'];
const timeNames = ['@timestamp', 'timestamp', '_time', 'time', 'datetime', 'date', '_source_realtime_timestamp', '__realtime_timestamp'];
const hostNames = ['host', 'hostname', '_hostname', 'source', 'host.name', 'fromhost', 'logsource'];
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
const bridgeInMessage = /host ?: ?server(?:\[\d{1,7}\])? ?:/;

/**
 * The record's lines in such fields, or null when they hold none. Where a field has the message only, a head is put together from the fields
 * that have time, host and process.
 * @param isRecord - whether a text begins with a head
 */
export function recordIn(fields: Fields, isRecord: (text: string) => boolean): string | null {
  const named = rawNames.flatMap((name) => fields.get(name) ?? []);
  const values = [...named, ...fields.values()];
  const whole = values.find(isRecord);
  if (whole !== undefined) return whole;
  const process = first(fields, processNames) ?? '';
  const message = values.find((value) => bridgeInMessage.test(value)) ?? (bridge.test(process) ? named[0] : undefined);
  const stamp = isoOf(first(fields, timeNames));
  if (message === undefined || stamp === null) return null;
  const host = first(fields, hostNames) ?? (/^[\w.-]+$/.test(process) ? process : 'unknown');
  if (!bridgeInMessage.test(message)) return `${stamp} ${host} host:server: ${message}`;
  const rest = message.slice(message.search(bridge));
  const before = /(?:^|\s)([\w.-]+) $/.exec(`${message.slice(0, message.search(bridge)).trimEnd()} `)?.[1];
  return `${stamp} ${before ?? host} ${rest}`;
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
