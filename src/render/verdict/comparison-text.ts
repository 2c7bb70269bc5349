/** The comparison with a log, for a terminal. */
import type { Comparison } from '#model/verdict.ts';
import { safe } from '#view/safe.ts';
import { type Cell, hang, table } from './columns.ts';
import { agreementWords, type TextOptions } from './options.ts';

/** The table of participants and the findings below it. */
export function comparisonLines({ predictions, findings }: Comparison, { columns, style }: TextOptions): readonly string[] {
  const faint = (text: string): string => style.paint(text, 'faint');
  const plain = (text: string): string => text;
  const heading = ['Participant', 'Took', 'Configured', 'Seen', 'Result'].map((text): Cell => ({ text, paint: faint }));
  const rows = predictions.map((each): readonly Cell[] => [
    { text: safe(each.participantName ?? '(without a name)'), paint: plain },
    { text: safe(each.took), paint: plain },
    { text: each.predicted.length === 0 ? '?' : each.predicted.join(' or '), paint: plain },
    { text: each.observed, paint: plain },
    {
      text: `${agreementWords(each.agreement)}${each.why === '' ? '' : `: ${safe(each.why)}`}`,
      paint: (text) => style.paint(text, each.agreement === 'differs' ? 'error' : 'faint'),
    },
  ]);
  return [
    style.paint('Against the log', 'heading'),
    ...(rows.length === 0
      ? ['  The log has no participant in a space of this configuration.']
      : table([heading, ...rows], columns - 2).map((line) => `  ${line}`)),
    ...(findings.length === 0 ? [] : ['']),
    ...findings.flatMap(({ severity, code, message, evidence }) => [
      ...hang(
        `  ${style.paint(severity.padEnd(7), severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'faint')}  `,
        '           ',
        `${safe(message)} [${code}]`,
        columns,
      ),
      ...evidence.slice(0, 3).map(({ input, line, text }) => `           ${faint(safe(`${input}:${line}: ${text}`))}`),
    ]),
  ];
}
