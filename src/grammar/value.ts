/** What stands in holes → values. Broken lines (`\n`) are settled here: without a trace in identities, by likelihood in free text. */
import { type Bytes, byteAt } from './bytes.ts';
import { isBlank, trimmed } from './signs.ts';
import type { HoleType } from './wording.ts';

export type Value = number | string;

/** The value of what stands in a hole; that it has the shape of its type, lexicon and matcher have seen. */
export function valueIn(type: HoleType, slice: string): Value {
  switch (type) {
    case 'guid':
      return lowerCase(whole(slice));
    case 'int':
      return Number(whole(slice));
    case 'duration':
      return milliseconds(whole(slice));
    case 'ip':
      return whole(slice);
    case 'uri':
      return address(slice);
    case 'text':
      return freeText(slice);
  }
}

/** Whether what stands at bytes [from, to) is its value as it is, which most is. They hold no broken line. */
export function isPlainValue(type: HoleType, bytes: Bytes, from: number, to: number): boolean {
  switch (type) {
    case 'guid':
      for (let at = from; at < to; at++) if (isCapital(byteAt(bytes, at))) return false;
      return true;
    case 'int':
    case 'duration':
      return false;
    case 'ip':
      return true;
    case 'uri':
      for (let at = from; at < to; at++) if (isBlank(byteAt(bytes, at)) || byteAt(bytes, at) === colon) return false;
      return true;
    case 'text':
      return from === to || !(isBlank(byteAt(bytes, from)) || isBlank(byteAt(bytes, to - 1)));
  }
}

const colon = 58;

function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function whole(slice: string): string {
  return slice.includes('\n') ? slice.replaceAll('\n', '') : slice;
}

/** `M:SS` (minutes may exceed 59) or `H:MM:SS`. */
export function milliseconds(duration: string): number {
  let seconds = 0;
  let from = 0;
  for (let colon = duration.indexOf(':'); colon !== -1; colon = duration.indexOf(':', from)) {
    seconds = (seconds + Number(duration.slice(from, colon))) * 60;
    from = colon + 1;
  }
  return (seconds + Number(duration.slice(from))) * 1000;
}

// Patterns look before anything is copied: most values are as they should be.
const upperCase = /[A-F]/;
const anyBlank = /[ \t\r\n]/;
const scheme = /^(?:sips?|tel):/i;

function lowerCase(guid: string): string {
  return upperCase.test(guid) ? guid.toLowerCase() : guid;
}

/** An address: no blank can stand in it, and its scheme says nothing. */
export function address(slice: string): string {
  const text = anyBlank.test(slice) ? slice.replace(/[ \t\r\n]+/g, '') : slice;
  return scheme.test(text) ? text.slice(text.indexOf(':') + 1) : text;
}

/** Free text, without the blanks around it. Only blanks of the log: a no-break space belongs to the name that holds it. */
export function freeText(slice: string): string {
  return trimmed(slice.includes('\n') ? slice.split('\n').reduce(joinLines) : slice);
}

/**
 * Two lines of a text that the input broke. A blank at the break is the blank; behind a hyphen, and within what together is one address, the
 * line was cut inside a word; else a blank was lost with the break.
 */
function joinLines(above: string, below: string): string {
  if (above === '' || below === '' || isBlank(above.charCodeAt(above.length - 1)) || isBlank(below.charCodeAt(0))) {
    return `${trimmed(above)} ${trimmed(below)}`;
  }
  const run = `${lastRun(above)}${firstRun(below)}`;
  return above.endsWith('-') || run.split('@').length === 2 ? `${above}${below}` : `${above} ${below}`;
}

function lastRun(text: string): string {
  let from = text.length;
  while (from > 0 && !isBlank(text.charCodeAt(from - 1))) from--;
  return text.slice(from);
}

function firstRun(text: string): string {
  let to = 0;
  while (to < text.length && !isBlank(text.charCodeAt(to))) to++;
  return text.slice(0, to);
}

/** What stands in a hole, mended, and with the scheme of an address. */
export function written(type: HoleType, slice: string): string {
  switch (type) {
    case 'guid':
      return lowerCase(whole(slice));
    case 'int':
    case 'duration':
    case 'ip':
      return whole(slice);
    case 'uri':
      return anyBlank.test(slice) ? slice.replace(/[ \t\r\n]+/g, '') : slice;
    case 'text':
      return freeText(slice);
  }
}
