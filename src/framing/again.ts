/** A log that stands in an input twice, as in a mail and its answer: what was told once is not told again. */
import type { LogRecord } from '#model/index.ts';

/** So many records are remembered. */
const most = 200_000;

/** How often a record was met, in the pass that met it most often and in the one at hand. */
interface Met {
  pass: number;
  before: number;
  now: number;
}

/**
 * Whether a record was met before the time of its process went back last. Where stamps show seconds, one pass may rightly say the same
 * twice: then another pass may say it as often.
 */
export function createAgain(): (record: LogRecord) => boolean {
  const records = new Map<number, Met>();
  const highest = new Map<string, number>();
  let pass = 0;
  return ({ at, host, process, message }) => {
    if (at === null) return false;
    const clock = `${host} ${process}`;
    if (at < (highest.get(clock) ?? at)) {
      pass += 1;
      highest.clear();
    }
    highest.set(clock, at);
    const key = keyOf(at, clock, message);
    const met = records.get(key);
    if (met === undefined) {
      if (records.size < most) records.set(key, { pass, before: 0, now: 1 });
      return false;
    }
    if (met.pass !== pass) {
      met.before = Math.max(met.before, met.now);
      met.now = 0;
      met.pass = pass;
    }
    met.now += 1;
    return met.now <= met.before;
  };
}

/** A number for what a record says, however it was wrapped: texts would take a kilobyte each. Two records share one in 10¹⁵ pairs. */
function keyOf(at: number, clock: string, message: string): number {
  const said = withoutBlanks(message);
  const first = hash(hash(at | 0, clock), said);
  const second = hash(hash(Math.floor(at / 2 ** 32) ^ seed, said), clock);
  return (first >>> 0) * 2 ** 21 + (second >>> 11);
}

const seed = 0x2f6b35c9;

function hash(from: number, text: string): number {
  let sum = from;
  for (let at = 0; at < text.length; at += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum;
}

/** What a message says, however it was wrapped. */
export function withoutBlanks(message: string): string {
  return message.replaceAll(/[ \n]+/g, '');
}
