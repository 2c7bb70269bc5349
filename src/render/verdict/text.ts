/** The verdict for a terminal. */
import type { ApiCall, Fault, Level, SpaceVerdict, Verdict, WayIn } from '#model/verdict.ts';
import type { Severity } from '#model/index.ts';
import { safe } from '#view/safe.ts';
import { type Cell, hang, table } from './columns.ts';
import { comparisonLines } from './comparison-text.ts';
import { passcodeWords, type TextOptions, toneOf, type VerdictStyle } from './options.ts';
import { attachedWords, callWords, levelWords, readWords, scenarioHeading, spaceHeading } from './words.ts';

/** The whole verdict, spaces in the order of the answers. */
export function renderVerdictText(verdict: Verdict, options: TextOptions): string {
  const { columns, style } = options;
  const lines = [
    ...verdict.spaces.flatMap((space) => [...spaceLines(space, options), '']),
    ...(verdict.comparison === null ? [] : [...comparisonLines(verdict.comparison, options), '']),
    ...verdict.notices.flatMap(({ severity, message, place }) => {
      const where = place === null ? '' : ` (${place.input}:${place.line})`;
      return hang(`${severityWord(severity, style)}  `, '         ', safe(`${message}${where}`), columns);
    }),
    ...hang('', '', style.paint(safe(readWords(verdict)), 'faint'), columns),
  ];
  return `${lines.join('\n')}\n`;
}

function spaceLines(space: SpaceVerdict, options: TextOptions): readonly string[] {
  const { columns, style } = options;
  const inner = { ...options, columns: columns - 2 };
  return [
    style.paint(safe(spaceHeading(space)), 'heading'),
    ...space.scenarios.flatMap(({ number, sentence }) =>
      hang(`  ${style.paint(`Scenario ${number}`, 'strong')}  `, '              ', safe(sentence), columns),
    ),
    ...(space.scenarios.length === 0 ? hang('  ', '  ', scenarioHeading(space), columns) : []),
    '',
    ...indent(wayTable(space.ways, inner)),
    '',
    ...space.lastHostLeaves.flatMap((sentence) => hang('  ', '    ', `When the last host leaves: ${lower(safe(sentence))}`, columns)),
    ...(space.lastHostLeaves.length === 0 ? [] : ['']),
    ...indent(levelTable(space.levels, inner)),
    ...(space.faults.length === 0 ? [] : ['']),
    ...space.faults.flatMap((fault) => faultLines(fault, inner)),
  ];
}

function wayTable(ways: readonly WayIn[], { columns, style }: TextOptions): readonly string[] {
  const faint = (text: string): string => style.paint(text, 'faint');
  const heading = ['Way in', 'Passcode', 'Becomes', 'Because'].map((text): Cell => ({ text, paint: faint }));
  const rows = ways.map((way): readonly Cell[] => [
    { text: safe(way.name), paint: (text) => text },
    { text: safe(passcodeWords(way.passcode)), paint: (text) => text },
    { text: way.outcome, paint: (text) => style.paint(text, toneOf(way.outcome)) },
    { text: safe(way.why), paint: faint },
  ]);
  if (ways.length === 0) return ['There is no way in that the answers tell: no URI, no call ID, no member.'];
  return table([heading, ...rows], columns);
}

function levelTable(levels: readonly Level[], { columns, style }: TextOptions): readonly string[] {
  const rows = levels.map((level): readonly Cell[] => [
    { text: safe(levelWords(level)), paint: (text) => style.paint(text, 'faint') },
    { text: safe(attachedWords(level)), paint: (text) => text },
  ]);
  return table(rows, columns);
}

function faultLines({ severity, code, message, changes }: Fault, { columns, style }: TextOptions): readonly string[] {
  return [
    ...hang(`  ${severityWord(severity, style)}  `, '           ', `${safe(message)} [${code}]`, columns),
    ...changes.map((call) => `           ${style.paint(safe(callLine(call)), 'faint')}`),
  ];
}

function callLine(call: ApiCall): string {
  return callWords(call);
}

function severityWord(severity: Severity, { paint }: VerdictStyle): string {
  const tone = severity === 'error' ? 'error' : severity === 'warning' ? 'warning' : 'faint';
  return paint(severity.padEnd(7), tone);
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? line : `  ${line}`));
}

function lower(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}
