/** Quoted-printable, as mails are sent and sometimes saved: `=` at the end of a line that goes on, `=3D` for a sign (RFC 2045). */
import { dateSource } from './headers.ts';
import type { Count } from './mend.ts';
import { lengthOf } from './shape.ts';

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
  /** Where a soft break stands at the end of a line that was wrapped or dressed later; -1 = there is none. */
  left(text: string): number;
}

const code = /=([0-9A-F]{2})/g;
/** An encoder breaks at 76; one that breaks much earlier or later is none. */
const softBreak = /^(?=[^\0\r]{58,80}[\0\r]{0,2}$|.{0,80}=[0-9A-F]{2}).{1,200}=[\0\r]{0,2}$/;
/** Quoted-printable ends so many lines after the last break: short lines have none. */
const reach = 60;
const quoteMarks = /^(?: {0,4}[>|]){1,8} ?/;
const mostHeld = 65_536;
/** So many lines that end so, and no sign that would have been encoded between them, show lines that were wrapped or dressed later. */
const provingLines = 3;
const head = new RegExp(`(?:<\\d{1,3}>)?${dateSource}`);
const longestShape = 160;
/** A sign that an encoder would not have left. */
const bareSign = /=(?![0-9A-F]{2}|[\s\0]{0,4}$)/;
const endsSoftly = /=[\s\0]{0,4}$/;

/** Whether a sample has such breaks. */
export function hasSoftBreaks(sample: Uint8Array): boolean {
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.length);
  if (!/=[\s\0]/.test(bytes.toString('latin1', 0, mostHeld))) return false;
  const lines = bytes.toString('latin1', 0, mostHeld).split(/\r?\n/);
  const first = lines.slice(0, reach);
  if (first.some((line) => softBreak.test(line.slice(shapeOf(line).length)))) return true;
  const soft = first.flatMap((line, index) => (endsSoftly.test(line) ? [index] : []));
  const between = first.slice(soft[0] ?? 0, (soft.at(-1) ?? 0) + 1);
  return soft.length >= provingLines && !between.some((line) => bareSign.test(line));
}

/** What stands in front of the record of a line, and in front of the lines on which it goes on. */
function shapeOf(line: string): string {
  const found = head.exec(line.slice(0, longestShape));
  return found === null ? (quoteMarks.exec(line)?.[0] ?? '') : line.slice(0, found.index);
}

function dressedLike(line: string, shape: string): number {
  return line.startsWith(shape) ? shape.length : lengthOf(shape, line);
}

/** @param isOn - the text begins so */
export function createSoftBreaks(isOn: boolean, count: Count): SoftBreaks {
  let left = isOn ? reach : 0;
  let held: WholeLine | null = null;
  /** What stands in front of the line that goes on: those behind it have it, too. */
  let shape = '';
  const decoded = ({ text, line }: WholeLine): WholeLine => {
    const plain = text.replace(code, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
    if (plain !== text) count('encoding');
    return { text: plain, line };
  };
  return {
    take(text, number) {
      // A blank line between all lines.
      if (held !== null && text.trim() === '') return null;
      if (held === null) shape = endsSoftly.test(text) ? shapeOf(text) : '';
      const own = text.slice(dressedLike(text, shape));
      const whole: WholeLine = held === null ? { text, line: number } : { text: held.text + own, line: held.line };
      if (softBreak.test(own) && whole.text.length < mostHeld) {
        held = { text: whole.text.replace(endsSoftly, ''), line: whole.line };
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
    left(text) {
      const at = left === 0 ? -1 : text.search(endsSoftly);
      if (at !== -1) left = reach;
      return at;
    },
  };
}
