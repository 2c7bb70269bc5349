/** The framings: what stands before a message, by which program the log was kept. */
import { CALL_BRIDGE, type Message } from './message.ts';
import { localTime } from './zone.ts';

/**
 * F1 Web Admin, F1a and F1b copies of it, F2 and F3 syslog without and with ms, F4 ISO syslog, F5 with a PRI, F6 by a collector that puts its
 * own time in front, F11 by a relay that leaves the facility out.
 */
export type Framing = 'F1' | 'F1a' | 'F1b' | 'F2' | 'F3' | 'F4' | 'F5' | 'F6' | 'F11';

export const FRAMINGS: readonly Framing[] = ['F1', 'F1a', 'F1b', 'F2', 'F3', 'F4', 'F5', 'F6', 'F11'];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export function hasMilliseconds(framing: Framing): boolean {
  return framing !== 'F2' && framing !== 'F5' && framing !== 'F6';
}

export function hasHost(framing: Framing): boolean {
  return !isWebAdmin(framing);
}

export function hasYear(framing: Framing): boolean {
  return isWebAdmin(framing) || framing === 'F4';
}

function isWebAdmin(framing: Framing): boolean {
  return framing === 'F1' || framing === 'F1a' || framing === 'F1b';
}

function syslogDate(local: Date): string {
  const month = MONTHS[local.getUTCMonth()] ?? 'Jan';
  return `${month} ${String(local.getUTCDate()).padStart(2, ' ')}`;
}

function syslogBody(message: Message, gap: string): string {
  if (message.process !== CALL_BRIDGE) return `${message.process}: ${message.text}`;
  return `${message.process}:${gap}${message.level.toUpperCase()} : ${message.text}`;
}

/** Web Admin shows the Call Bridge's own messages only: no other process, no facility, no host. */
function webAdmin(message: Message, iso: string, framing: Framing): string | null {
  if (message.process !== CALL_BRIDGE) return null;
  const date = iso.slice(0, 10);
  const time = iso.slice(11, 23);
  if (framing === 'F1') return `${date}  ${time}  ${message.level.padEnd(9)}${message.text}`;
  if (framing === 'F1b') return `${date} ${time} ${message.level} ${message.text.replace(/ +/g, ' ')}`;
  return `${date}  ${time}  ${message.level} ${message.text.replace(/^(call \d+):/, '$1 :')}`;
}

/** One line of the log, or null: this framing does not carry such messages. */
export function frame(message: Message, host: string, utc: number, zone: string, framing: Framing): string | null {
  const local = new Date(localTime(utc, zone));
  const iso = local.toISOString();
  if (isWebAdmin(framing)) return webAdmin(message, iso, framing);
  if (framing === 'F4') {
    return `${iso.slice(0, 23)} ${message.facility} ${host} ${syslogBody(message, ' ')}`;
  }
  const time = hasMilliseconds(framing) ? iso.slice(11, 23) : iso.slice(11, 19);
  const pri = framing === 'F5' ? '<14>' : '';
  const plain = `${syslogDate(local)} ${time} ${host} ${syslogBody(message, '  ')}`;
  if (framing === 'F11') return plain;
  // The collector has a clock of its own.
  if (framing === 'F6') return `${new Date(utc + 7_000).toISOString().slice(0, 19).replace('T', ' ')}\tUser.Info\t${host}\t${plain}`;
  return `${pri}${syslogDate(local)} ${time} ${message.facility} ${host} ${syslogBody(message, '  ')}`;
}
