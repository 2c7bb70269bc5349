/** The verdict as one page that needs nothing else: no script, no font, no picture from elsewhere. */
import type { Comparison, SpaceVerdict, Verdict } from '#model/verdict.ts';
import { diagram } from './diagram.ts';
import { escapeHtml } from './escape.ts';
import { agreementWords, passcodeWords } from './options.ts';
import { pageStyle } from './page-style.ts';
import { attachedWords, callWords, levelWords, readWords, scenarioHeading, spaceHeading } from './words.ts';

/** The whole verdict as one page. */
export function renderVerdictHtml(verdict: Verdict): string {
  const notices = verdict.notices.map(({ severity, message, place }) => {
    const where = place === null ? '' : ` <small>${escapeHtml(`${place.input}:${place.line}`)}</small>`;
    return `<li class="${severity}"><b>${severity}</b> ${escapeHtml(message)}${where}</li>`;
  });
  const body = [
    '<h1>Guests and hosts</h1>',
    ...verdict.spaces.map(spaceSection),
    ...(verdict.comparison === null ? [] : [comparisonSection(verdict.comparison)]),
    ...(notices.length === 0 ? [] : [`<section><h2>About the answers</h2><ul>${notices.join('')}</ul></section>`]),
    `<footer>${escapeHtml(readWords(verdict))}</footer>`,
  ];
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    `<title>Guests and hosts</title><style>${pageStyle}</style></head><body>`,
    ...body,
    '</body></html>\n',
  ].join('\n');
}

function spaceSection(space: SpaceVerdict): string {
  const scenarios = space.scenarios.map(({ number, sentence }) => `<p><b>Scenario ${number}</b> ${escapeHtml(sentence)}</p>`);
  const ways = space.ways.map(({ name, passcode, outcome, why }) =>
    row([escapeHtml(name), escapeHtml(passcodeWords(passcode)), `<span class="role ${outcome}">${outcome}</span>`, escapeHtml(why)]),
  );
  const levels = space.levels.map((level) => row([escapeHtml(levelWords(level)), escapeHtml(attachedWords(level))]));
  const faults = space.faults.map(({ severity, code, message, changes }) => {
    const calls = changes.map((call) => `<li><code>${escapeHtml(callWords(call))}</code></li>`).join('');
    return `<li class="${severity}"><b>${severity}</b> ${escapeHtml(message)} <small>${escapeHtml(code)}</small><ul>${calls}</ul></li>`;
  });
  return [
    `<section><h2>${escapeHtml(spaceHeading(space))}</h2>`,
    ...(scenarios.length === 0 ? [`<p>${escapeHtml(scenarioHeading(space))}</p>`] : scenarios),
    diagram(space),
    table(['Way in', 'Passcode', 'Becomes', 'Because'], ways),
    ...space.lastHostLeaves.map((sentence) => `<p>When the last host leaves: ${escapeHtml(sentence)}</p>`),
    table(['Level', 'Attached'], levels),
    ...(faults.length === 0 ? [] : [`<h3>What to look at</h3><ul>${faults.join('')}</ul>`]),
    '</section>',
  ].join('\n');
}

function comparisonSection({ predictions, findings }: Comparison): string {
  const rows = predictions.map(({ participantName, took, predicted, observed, agreement, why }) =>
    row([
      escapeHtml(participantName ?? '(without a name)'),
      escapeHtml(took),
      predicted.length === 0 ? '?' : predicted.join(' or '),
      observed,
      `<span class="${agreement}">${escapeHtml(agreementWords(agreement))}</span>${why === '' ? '' : `: ${escapeHtml(why)}`}`,
    ]),
  );
  const items = findings.map(({ severity, code, message, evidence }) => {
    const lines = evidence.slice(0, 3).map(({ input, line, text }) => `<li><code>${escapeHtml(`${input}:${line}: ${text}`)}</code></li>`);
    return `<li class="${severity}"><b>${severity}</b> ${escapeHtml(message)} <small>${escapeHtml(code)}</small><ul>${lines.join('')}</ul></li>`;
  });
  return [
    '<section><h2>Against the log</h2>',
    rows.length === 0
      ? '<p>The log has no participant in a space of this configuration.</p>'
      : table(['Participant', 'Took', 'Configured', 'Seen', 'Result'], rows),
    ...(items.length === 0 ? [] : [`<ul>${items.join('')}</ul>`]),
    '</section>',
  ].join('\n');
}

function table(heading: readonly string[], rows: readonly string[]): string {
  const head = heading.map((text) => `<th scope="col">${text}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
