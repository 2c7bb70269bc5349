/**
 * Times in UTC that stand in a record beside its local stamp (facts on CMS logs, section 1: nginx, postgres and Go proxies log in the same
 * file, API traces hold `cdrTime`): they prove zone and year.
 */

/** A moment that the log writes in UTC beside the local stamp. */
export interface Twin {
  readonly utc: number;
  /** Minutes east of UTC of the stamp. */
  readonly offset: number;
}

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const nginx = /\[(\d\d)\/([A-Z][a-z]{2})\/(20\d\d):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\]/;
const epoch = /\bmsec[ =:]{0,2}(\d{10})(?:\.(\d{1,3}))?/;
const postgres = /\b(20\d\d)-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d{0,6})? (?:UTC|GMT)\b/;
const goProxy = /^(20\d\d)\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d)\b/;
const cdr = /<cdrTime>(20\d\d)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d{0,6})?Z?<\/cdrTime>/;

/** The instant that a message names in UTC (ms), or null. */
export function utcIn(message: string): number | null {
  const web = nginx.exec(message);
  if (web !== null) return fromNginx(web);
  const seconds = epoch.exec(message);
  if (seconds !== null) return Number(seconds[1]) * 1000 + milliseconds(seconds[2]);
  const parts = postgres.exec(message) ?? goProxy.exec(message) ?? cdr.exec(message);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second, fraction] = parts;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return at + milliseconds(fraction);
}

function fromNginx([, day, name = '', year, hour, minute, second, sign, hours, minutes]: RegExpExecArray): number {
  const local = Date.UTC(Number(year), months.indexOf(name) / 3, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? local + offset : local - offset;
}

function milliseconds(fraction: string | undefined): number {
  return fraction === undefined ? 0 : Number(fraction.padEnd(3, '0'));
}

/**
 * Whether a message may hold such a time: by its first characters (an address, a date, a bracket), or by a `cdrTime` anywhere.
 * Remembers where the next `cdrTime` of a text stands, as it is asked of every record.
 */
export function createTwinHint(): (text: string, from: number, to: number) => boolean {
  let seen = '';
  let next = -1;
  return (text, from, to) => {
    const first = text.charCodeAt(from);
    if ((first >= 0x30 && first <= 0x39) || first === 0x5b) return true;
    if (text !== seen || (next !== -1 && next < from)) {
      seen = text;
      next = text.indexOf('<cdrTime>', from);
    }
    return next !== -1 && next < to;
  };
}
