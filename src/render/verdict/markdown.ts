/** The verdict for a ticket. */
import type { Comparison, SpaceVerdict, Verdict } from '#model/verdict.ts';
import { safe } from '#view/safe.ts';
import { agreementWords, passcodeWords } from './options.ts';
import { attachedWords, callWords, levelWords, readWords, scenarioHeading, spaceHeading } from './words.ts';

/** The whole verdict; names are made safe for Markdown and for the HTML in it. */
export function renderVerdictMarkdown(verdict: Verdict): string {
  const notices = verdict.notices.map(({ severity, message, place }) => {
    const where = place === null ? '' : ` (${place.input}:${place.line})`;
    return `- **${severity}** ${plain(`${message}${where}`)}`;
  });
  const blocks = [
    '# Guests and hosts',
    ...verdict.spaces.flatMap(spaceBlocks),
    ...(verdict.comparison === null ? [] : comparisonBlocks(verdict.comparison)),
    ...(notices.length === 0 ? [] : ['## About the answers', notices.join('\n')]),
    plain(readWords(verdict)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function spaceBlocks(space: SpaceVerdict): readonly string[] {
  const scenarios =
    space.scenarios.length === 0
      ? [plain(scenarioHeading(space))]
      : [space.scenarios.map(({ number, sentence }) => `- **Scenario ${number}**: ${plain(sentence)}`).join('\n')];
  const ways = space.ways.map(({ name, passcode, outcome, why }) => [name, passcodeWords(passcode), outcome, why]);
  const faults = space.faults.map(({ severity, code, message, changes }) => {
    const calls = changes.map((call) => `  - ${codeSpan(callWords(call))}`);
    return [`- **${severity}** ${plain(message)} (${codeSpan(code)})`, ...calls].join('\n');
  });
  return [
    `## ${plain(spaceHeading(space))}`,
    ...scenarios,
    ...(ways.length === 0 ? ['There is no way in that the answers tell.'] : [table(['Way in', 'Passcode', 'Becomes', 'Because'], ways)]),
    ...(space.lastHostLeaves.length === 0 ? [] : [`When the last host leaves: ${space.lastHostLeaves.map(plain).join(' ')}`]),
    table(
      ['Level', 'Attached'],
      space.levels.map((level) => [levelWords(level), attachedWords(level)]),
    ),
    ...(faults.length === 0 ? [] : ['### What to look at', faults.join('\n')]),
  ];
}

function comparisonBlocks({ predictions, findings }: Comparison): readonly string[] {
  const rows = predictions.map(({ participantName, took, predicted, observed, agreement, why }) => [
    participantName ?? '(without a name)',
    took,
    predicted.length === 0 ? '?' : predicted.join(' or '),
    observed,
    `${agreementWords(agreement)}${why === '' ? '' : `: ${why}`}`,
  ]);
  const items = findings.map(({ severity, code, message, evidence }) => {
    const lines = evidence.slice(0, 3).map(({ input, line, text }) => `  - ${codeSpan(`${input}:${line}: ${text}`)}`);
    return [`- **${severity}** ${plain(message)} (${codeSpan(code)})`, ...lines].join('\n');
  });
  return [
    '## Against the log',
    rows.length === 0
      ? 'The log has no participant in a space of this configuration.'
      : table(['Participant', 'Took', 'Configured', 'Seen', 'Result'], rows),
    ...(items.length === 0 ? [] : [items.join('\n')]),
  ];
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  return [line(heading), `|${heading.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

/** Text that Markdown and the HTML in it leave alone. */
function plain(text: string): string {
  return safe(text).replace(/[\\`*_{}[\]<>#|~!&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`));
}

/** A code span, with as many backticks around it as it needs. */
function codeSpan(text: string): string {
  const inner = safe(text);
  const longest = Math.max(0, ...(inner.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${inner}${fence}` : `${fence} ${inner} ${fence}`;
}
