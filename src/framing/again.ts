/** A log that stands in an input twice, as in a mail and its answer: what was told once is not told again. */
import type { LogRecord } from '#model/index.ts';
import { stepBack } from './survey.ts';

/** So many records are remembered. */
const most = 200_000;

/** Whether a record was met before the time of the input went back last. */
export function createAgain(): (record: LogRecord) => boolean {
  const passes = new Map<string, number>();
  let pass = 0;
  let highest = Number.NEGATIVE_INFINITY;
  return ({ at, host, message, precision }) => {
    if (at === null || precision !== 1) return false;
    if (at < highest - stepBack) {
      pass += 1;
      highest = at;
    } else highest = Math.max(highest, at);
    const key = `${at} ${host} ${withoutBlanks(message)}`;
    const met = passes.get(key);
    if (met === undefined && passes.size < most) passes.set(key, pass);
    return met !== undefined && met < pass;
  };
}

/** What a message says, however it was wrapped. */
export function withoutBlanks(message: string): string {
  return message.replaceAll(/[ \n]+/g, '');
}
