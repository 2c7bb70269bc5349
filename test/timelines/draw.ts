/** Short logs in, drawn lanes out: what a test of correlation and activation expects can be read at a glance. */
import type { Analysis, Interval, Participant } from '#model/index.ts';
import { analyze } from '../../src/analyze.ts';

const signs = { connecting: '·', lobby: 'L', active: 'A', unknown: '?' } as const;

/** Seconds of the day, as `10:00:05` or `10:00:05.250` → a Web Admin record of 2024-03-05. */
export function log(...records: readonly string[]): string {
  return records
    .map((record) => record.replace(/^(\d\d:\d\d:\d\d)(\.\d{3})? /u, (_, time, ms) => `2024-03-05  ${time}${ms ?? '.000'}  Info     `))
    .join('\n');
}

/** One line for each participant: name, role and its basis, a character for each second from 10:00:00 on. */
export function lanes(text: string): readonly string[] {
  const analysis = analyze(text);
  return people(analysis).map((participant) => {
    const { name, leg, role, roleBasis } = participant;
    return `${name ?? leg.callLegId ?? '-'} ${role}${roleBasis === null ? '' : ` (${roleBasis})`} ${drawn(participant.intervals)}`;
  });
}

export function people(analysis: Analysis): readonly Participant[] {
  return analysis.spaces.flatMap(({ meetings }) => meetings.flatMap(({ participants }) => participants));
}

/** Causes of every interval of a participant, with the name of who caused it and the delay. */
export function causes(text: string, name: string): readonly string[] {
  const all = people(analyze(text));
  const names = new Map(all.map((participant) => [participant.id, participant.name ?? '-']));
  return all
    .filter((participant) => participant.name === name)
    .flatMap(({ intervals }) =>
      intervals.map(({ state, cause }) => {
        const by = cause.by === null ? '' : ` by ${names.get(cause.by) ?? ''}`;
        return `${state}: ${cause.kind}${by}${cause.delayMs === null ? '' : ` after ${cause.delayMs} ms`}`;
      }),
    );
}

const start = Date.UTC(2024, 2, 5, 10);

function drawn(intervals: readonly Interval[]): string {
  let text = '';
  for (const { state, from, to } of intervals) {
    const begin = from === null ? 0 : Math.round((from - start) / 1000);
    const end = to === null ? begin + 1 : Math.round((to - start) / 1000);
    text = text.padEnd(begin, ' ') + signs[state].repeat(Math.max(0, end - Math.max(begin, text.length)));
    if (to === null) text += '>';
  }
  return text;
}
