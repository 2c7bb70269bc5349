/**
 * Takes API traces out of a log: `API trace 83: GET for "/api/v1/callProfiles/…"`, then the answer line by line under the same number
 * (seen in 3.x). Traces of several requests interleave; a number's next request begins a new answer.
 */
import type { AnswerText } from './text.ts';

interface Trace {
  readonly path: string | null;
  readonly line: number;
  readonly lines: string[];
}

const traceLine = /API trace (\d+): ?([^\n]*)/g;
const request = /^\s*(?:GET|PUT|POST|DELETE) for "(?:\/api\/v1)?(\/[^"?]*)/;

/** The answers that a log holds as traces; empty when it has none. */
export function traces(source: AnswerText): readonly AnswerText[] {
  const open = new Map<string, Trace>();
  const done: Trace[] = [];
  let line = source.line;
  let counted = 0;
  for (const { 1: number = '', 2: payload = '', index } of source.text.matchAll(traceLine)) {
    for (let next = source.text.indexOf('\n', counted); next >= 0 && next < index; next = source.text.indexOf('\n', next + 1)) {
      line += 1;
      counted = next + 1;
    }
    const asked = request.exec(payload);
    const known = open.get(number);
    if (asked !== null || known === undefined) {
      const trace: Trace = { path: asked?.[1] ?? null, line, lines: [asked === null ? payload : ''] };
      open.set(number, trace);
      done.push(trace);
    } else {
      known.lines.push(payload);
    }
  }
  return done
    .map(({ path, line, lines }) => ({ input: source.input, path, line, text: lines.join('\n') }))
    .filter(({ text }) => text.includes('<'));
}
