/** A log, written anew from redacted events: reading it tells the same story. */
import { type CmsEvent, callBridge, type InputSummary, type Instant, instant, iso } from '#model/index.ts';
import { removed } from './words.ts';

/**
 * Every event, and where the log begins and ends a record that says nothing but when: what was still going on then goes on for as long as
 * it did.
 */
export function redactedLog(events: readonly CmsEvent[], inputs: readonly InputSummary[]): string {
  const first = extreme(
    inputs.map(({ span }) => span.from),
    Math.min,
  );
  const last = extreme(
    inputs.map(({ span }) => span.to),
    Math.max,
  );
  const host = events.find(({ record }) => record.host !== null)?.record.host ?? null;
  const lines = [silent(first, host), ...events.map(({ record }) => record.text), silent(last, host)].filter((line) => line !== '');
  return `${lines.join('\n')}\n`;
}

function silent(at: Instant | null, host: string | null): string {
  return at === null ? '' : `${iso(at)} user.info ${host === null ? '' : `${host} `}${callBridge}: INFO : ${removed}`;
}

function extreme(instants: readonly (Instant | null)[], of: (a: number, b: number) => number): Instant | null {
  const known = instants.filter((at) => at !== null);
  const [first] = known;
  return first === undefined ? null : instant(known.reduce<number>((found, at) => of(found, at), first));
}
