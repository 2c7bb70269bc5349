/** The chronicle as text: what happened in sentences, each with the records that prove it. */
import type { Analysis, Evidence, Finding, Severity } from '#model/index.ts';
import { type ConfigurationEntry, confidenceWords } from '#view/chronicle/configuration.ts';
import type { Entry, RoleEntry } from '#view/chronicle/entry.ts';
import type { Explanation, MeetingExplanation, SpaceExplanation } from '#view/chronicle/explanation.ts';
import type { StateEntry } from '#view/chronicle/instant.ts';
import { plain } from '#view/chronicle/sentence.ts';
import { severityWords, spaceLabel } from '#view/labels.ts';
import { safe } from '#view/safe.ts';
import { wrap } from '#view/shorten.ts';
import { folded } from './fold.ts';
import { meetingHeading, spaceHeading } from './heading.ts';
import { type Page, pageOf, type TextOptions, zoneLines } from './page.ts';

export interface ExplainOptions extends TextOptions {
  /** How much of the log is repeated below each sentence: records, their places, nothing. */
  readonly evidence: 'text' | 'lines' | 'none';
  /** What to look at next, by the code of a finding. */
  readonly checks: ReadonlyMap<string, string>;
}

interface Sheet extends Page {
  /** Columns of what stands below a heading. */
  readonly inner: number;
  readonly evidence: ExplainOptions['evidence'];
  readonly checks: ExplainOptions['checks'];
}

/** The explanation as text, with a final line break. */
export function renderExplanation(explanation: Explanation, analysis: Analysis, options: ExplainOptions): string {
  const page = pageOf(analysis, options);
  const sheet: Sheet = { ...page, inner: page.columns - margin, evidence: options.evidence, checks: options.checks };
  const blocks = explanation.spaces.flatMap((space) => spaceBlocks(sheet, space));
  const none = blocks.length === 0 ? [['There is nothing to explain: no meeting in this log, or none that was asked for.']] : [];
  const findings = explanation.findings.flatMap((finding, index) => [...(index === 0 ? [] : ['']), ...findingLines(sheet, finding)]);
  const settings = explanation.spaces.map(({ space, configuration }) =>
    section(
      sheet,
      `What the behaviour of ${spaceLabel(space)} suggests about its configuration`,
      configuration.flatMap((entry) => configurationLines(sheet, entry)),
    ),
  );
  const parts = [...blocks, ...none, section(sheet, 'Findings', findings), ...settings, zoneLines(sheet)].filter((part) => part.length > 0);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function spaceBlocks(sheet: Sheet, { space, meetings }: SpaceExplanation): readonly (readonly string[])[] {
  const told = meetings.map((meeting) => meetingBlocks(sheet, space, meeting));
  const [first, ...more] = told.flat();
  return [[...spaceHeading(sheet, space), ...(first ?? [])], ...more];
}

function meetingBlocks(sheet: Sheet, space: SpaceExplanation['space'], told: MeetingExplanation): readonly (readonly string[])[] {
  const { face } = sheet;
  const { meeting, moment, entries, people, roles } = told;
  const day = dayOf(told);
  const states = moment === null ? [] : moment.states.flatMap((state) => stateLines(sheet, state));
  const during = moment === null ? 'What happened' : 'What happened in that moment';
  return [
    meetingHeading(sheet, space, meeting),
    ...(moment === null
      ? []
      : [section(sheet, `At ${face.date(moment.at)} ${face.time(moment.at)}`, states.length > 0 ? states : ['Nobody was there.'])]),
    section(sheet, during, chronicle(sheet, entries, day)),
    ...people.map((person) =>
      section(
        sheet,
        safe(person.participant.leg.displayName ?? person.participant.name ?? 'somebody without a name'),
        chronicle(sheet, person.entries, day),
      ),
    ),
    section(
      sheet,
      'Who is who, and on what it rests',
      roles.flatMap((role) => roleLines(sheet, role)),
    ),
  ].filter((block) => block.length > 0);
}

function dayOf({ extent }: MeetingExplanation): number | null {
  return extent?.from ?? null;
}

/** What belongs to a heading stands two blanks behind it. */
const margin = 2;

function section({ style, columns }: Page, title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const heading = wrap(title, columns, style.signs.ellipsis).map((line) => style.paint(line, 'heading'));
  return [...heading, ...lines.map((line) => (line === '' ? line : ' '.repeat(margin) + line))];
}

const timeColumns = 14;

/** Times, and the date on a line of its own where another day begins. */
function chronicle(sheet: Sheet, entries: readonly Entry[], start: number | null): readonly string[] {
  let day = entries[0]?.at == null ? null : sheet.face.date(entries[0].at);
  if (start === null) day = null;
  return entries.flatMap((entry, index) => {
    const date = entry.at === null ? day : sheet.face.date(entry.at);
    const isNew = date !== null && date !== day;
    day = date;
    const gap = index > 0 && sheet.evidence === 'text' ? [''] : [];
    return [...gap, ...(isNew ? [sheet.style.paint(date, 'faint')] : []), ...entryLines(sheet, entry)];
  });
}

function entryLines(sheet: Sheet, { at, sentence, evidence, minor }: Entry): readonly string[] {
  const time = at === null ? 'before' : sheet.face.time(at);
  const lines = wrap(plain(sentence), sheet.inner - timeColumns, sheet.style.signs.ellipsis);
  return [
    ...lines.map(
      (line, index) => `${(index === 0 ? time : '').padEnd(timeColumns)}${minor === null ? sheet.style.paint(line, 'strong') : line}`,
    ),
    ...proofLines(sheet, evidence, timeColumns),
  ];
}

/** Below a sentence so many records are repeated; the rest is counted. */
const mostRecords = 6;

function proofLines(sheet: Sheet, evidence: readonly Evidence[], indent: number): readonly string[] {
  const { style, place, inner } = sheet;
  const shown = evidence.slice(0, mostRecords);
  const rest = evidence.length - shown.length;
  const left = ' '.repeat(indent);
  if (sheet.evidence === 'none' || shown.length === 0) return [];
  if (sheet.evidence === 'lines') {
    const places = [...shown.map(place), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
    return wrap(places, inner - indent, style.signs.ellipsis).map((line) => left + style.paint(line, 'faint'));
  }
  const records = shown.flatMap((each) => {
    const where = `${place(each)}  `;
    return folded(safe(each.text), inner - indent - where.length).map(
      (line, index) => left + style.paint((index === 0 ? where : ' '.repeat(where.length)) + line, 'faint'),
    );
  });
  return rest > 0 ? [...records, left + style.paint(`and ${rest} more records`, 'faint')] : records;
}

function stateLines(sheet: Sheet, { sentence, evidence }: StateEntry): readonly string[] {
  return itemLines(sheet, plain(sentence), evidence);
}

function roleLines(sheet: Sheet, { sentence, evidence }: RoleEntry): readonly string[] {
  return itemLines(sheet, plain(sentence), evidence);
}

function itemLines(sheet: Sheet, text: string, evidence: readonly Evidence[]): readonly string[] {
  return [...wrap(text, sheet.inner, sheet.style.signs.ellipsis), ...proofLines(sheet, evidence, 3)];
}

const tones = { info: 'faint', warning: 'warning', error: 'error' } as const satisfies Readonly<Record<Severity, string>>;

function findingLines(sheet: Sheet, { severity, code, message, evidence }: Finding): readonly string[] {
  const { paint, signs } = sheet.style;
  const check = sheet.checks.get(code);
  const head = paint(`${signs.severities[severity]} ${severityWords[severity]}`, tones[severity]);
  return [
    `${head}  ${paint(code, 'faint')}`,
    ...wrap(safe(message), sheet.inner - 3, signs.ellipsis).map((line) => `   ${line}`),
    ...(check === undefined ? [] : wrap(`Check: ${check}`, sheet.inner - 3, signs.ellipsis).map((line) => `   ${paint(line, 'faint')}`)),
    ...proofLines(sheet, evidence, 3),
  ];
}

function configurationLines(sheet: Sheet, { what, value, confidence, because, evidence }: ConfigurationEntry): readonly string[] {
  const sure = confidence === null ? '' : ` (${confidenceWords[confidence]})`;
  const why = because.length === 0 ? '' : `: ${because.join('; ')}`;
  return itemLines(sheet, `${what}: ${plain(value)}${sure}${why}.`, sheet.evidence === 'lines' ? evidence : []);
}
