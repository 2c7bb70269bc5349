/** Quoted-printable, as mails are sent and sometimes saved: `=` at the end of a line that goes on, `=3D` for a sign (RFC 2045). */
import type { Count } from './mend.ts';

/** A text, and the physical line on which it begins. */
export interface WholeLine {
  readonly text: string;
  readonly line: number;
}

export interface SoftBreaks {
  /** The whole line that ends with this one; null = it goes on. */
  take(line: string, number: number): WholeLine | null;
  /** What waits for more. */
  rest(): WholeLine | null;
  /** Lines are quoted-printable: all have to be shown. */
  wantsAll(): boolean;
}

const code = /=([0-9A-F]{2})/g;
/** An encoder breaks at 76; one that breaks much earlier or later is none. */
const softBreak = /^(?=.{58,80}$|.{0,80}=[0-9A-F]{2}).{1,200}=$/;
/** Quoted-printable ends so many lines after the last break: short lines have none. */
const reach = 60;
const quoteMarks = /^(?: {0,4}[>|]){1,8} ?/;
const mostHeld = 65_536;

/** Whether a sample has such breaks. */
export function hasSoftBreaks(sample: Uint8Array): boolean {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.length);
  if (!bytes.includes('=\n') && !bytes.includes('=\r\n')) return false;
  const lines = bytes.toString('latin1', 0, mostHeld).split(/\r?\n/);
  return lines.slice(0, reach).some((line) => softBreak.test(line));
}

function quotedLike(line: string, quoting: string): number {
  return line.startsWith(quoting) ? quoting.length : 0;
}

/** @param isOn - the text begins so */
export function createSoftBreaks(isOn: boolean, count: Count): SoftBreaks {
  let left = isOn ? reach : 0;
  let held: WholeLine | null = null;
  /** The quote marks of the line that goes on: those behind it have them, too. */
  let quoting = '';
  const decoded = ({ text, line }: WholeLine): WholeLine => {
    const plain = text.replace(code, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
    if (plain !== text) count('encoding');
    return { text: plain, line };
  };
  return {
    take(text, number) {
      const whole: WholeLine =
        held === null ? { text, line: number } : { text: held.text + text.slice(quotedLike(text, quoting)), line: held.line };
      if (softBreak.test(text) && whole.text.length < mostHeld) {
        if (held === null) quoting = quoteMarks.exec(text)?.[0] ?? '';
        held = { text: whole.text.slice(0, -1), line: whole.line };
        left = reach;
        return null;
      }
      if (held !== null) count('rejoined');
      held = null;
      if (left === 0) return whole;
      left -= 1;
      return decoded(whole);
    },
    rest() {
      const rest = held;
      held = null;
      return rest === null ? null : decoded(rest);
    },
    wantsAll: () => left > 0 || held !== null,
  };
}
