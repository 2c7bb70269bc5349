/** The explanation as a ticket: a summary to paste, with the picture's file name, the findings, and the log lines that prove it. */
import type { Analysis, Evidence, Finding } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import { confidenceWords } from '#view/chronicle/configuration.ts';
import type { Entry } from '#view/chronicle/entry.ts';
import { together } from '#view/chronicle/entry.ts';
import type { Explanation, MeetingExplanation, SpaceExplanation } from '#view/chronicle/explanation.ts';
import { severityWords, spaceLabel, zoneBasisWords } from '#view/labels.ts';
import { safe } from '#view/safe.ts';
import { summaryOf } from '#view/summary.ts';
import type { Markup, Piece } from './markup.ts';

export interface TicketOptions {
  readonly markup: Markup;
  readonly face: ClockFace;
  readonly version: string;
  /** text: the records are quoted at the end; lines: only their places; none: neither. */
  readonly evidence: 'text' | 'lines' | 'none';
  /** What to look at next, by the code of a finding. */
  readonly checks: ReadonlyMap<string, string>;
  /** The file name of the picture that is attached; null = none is. */
  readonly picture: string | null;
}

/** Records are quoted up to this number. */
const mostRecords = 80;

/** The ticket as text, with a final line break. */
export function renderTicket(explanation: Explanation, analysis: Analysis, options: TicketOptions): string {
  const { markup, picture } = options;
  const blocks: readonly (readonly string[])[] = [
    ...(picture === null ? [] : [[markup.image(picture, 'Timeline of the meeting')]]),
    ...explanation.spaces.flatMap((space) => spaceBlocks(space, analysis, options)),
    ...findingBlocks(explanation.findings, options),
    ...explanation.spaces.flatMap((space) => configurationBlocks(space, options)),
    ...recordBlocks(explanation, analysis, options),
    [markup.text([footer(analysis, options)])],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function spaceBlocks({ space, meetings }: SpaceExplanation, analysis: Analysis, options: TicketOptions): readonly (readonly string[])[] {
  return meetings.flatMap((meeting) => {
    const { markup, face } = options;
    const { from, to } = meeting.meeting.span;
    const start = from ?? meeting.extent?.from ?? null;
    const when = start === null ? '' : `, ${face.date(start)} ${face.seconds(start).slice(0, 5)}`;
    const end = to === null ? 'goes on when the log ends' : `until ${face.time(to)}`;
    const facts: readonly Piece[] = [
      'Space ',
      space.id === null ? 'without an id' : { name: space.id },
      `; ${from === null ? 'began before the log' : `from ${face.time(from)}`}, ${end}.`,
    ];
    return [
      [markup.heading([{ name: spaceLabel(space) }, when])],
      [markup.text([summaryOf(analysis, meeting.meeting, face).join(' ')])],
      [markup.text(facts)],
      ...stateBlocks(meeting, options),
      ...chronicleBlocks(meeting, analysis, options),
      ...roleBlocks(meeting, options),
    ];
  });
}

function stateBlocks({ moment }: MeetingExplanation, { markup, face }: TicketOptions): readonly (readonly string[])[] {
  if (moment === null) return [];
  const title = markup.strong([`At ${face.date(moment.at)} ${face.time(moment.at)}`]);
  return [
    [title],
    moment.states.length === 0 ? [markup.item(['nobody was there'])] : moment.states.map(({ sentence }) => markup.item(sentence)),
  ];
}

function chronicleBlocks(
  { entries, people }: MeetingExplanation,
  analysis: Analysis,
  options: TicketOptions,
): readonly (readonly string[])[] {
  const all = entries.length > 0 ? entries : people.flatMap((person) => person.entries);
  const { markup, face, evidence } = options;
  if (all.length === 0) return [];
  const head = ['Time', 'What happened', ...(evidence === 'none' ? [] : ['Log line'])];
  const rows = all.map((entry) => [
    [entry.at === null ? 'before' : face.time(entry.at)],
    entry.sentence,
    ...(evidence === 'none' ? [] : [[places(entry.evidence, analysis)]]),
  ]);
  return [markup.table(head, rows)];
}

function roleBlocks({ roles }: MeetingExplanation, { markup }: TicketOptions): readonly (readonly string[])[] {
  return roles.length === 0 ? [] : [roles.map(({ sentence }) => markup.item(sentence))];
}

function findingBlocks(findings: readonly Finding[], { markup, checks }: TicketOptions): readonly (readonly string[])[] {
  if (findings.length === 0) return [];
  const items = findings.flatMap(({ severity, code, message }) => {
    const check = checks.get(code);
    return [markup.item([`${severityWords[severity]}: ${safe(message)}${check === undefined ? '' : ` Check: ${check}`}`])];
  });
  return [[markup.heading(['Findings'])], items];
}

function configurationBlocks({ space, configuration }: SpaceExplanation, { markup }: TicketOptions): readonly (readonly string[])[] {
  if (configuration.length === 0) return [];
  const items = configuration.map(({ what, value, confidence, because }) => {
    const sure = confidence === null ? '' : ` (${confidenceWords[confidence]})`;
    return markup.item([`${what}: `, ...value, `${sure}${because.length === 0 ? '' : `: ${because.join('; ')}`}.`]);
  });
  return [[markup.heading(['Configuration that the behaviour of ', { name: spaceLabel(space) }, ' suggests'])], items];
}

/** `15, 17`, with the input's name where there are several. */
function places(evidence: readonly Evidence[], analysis: Analysis): string {
  const lines = evidence.slice(0, 4).map((each) => where(each, analysis));
  const more = evidence.length > 4 ? [`${evidence.length - 4} more`] : [];
  return [...lines, ...more].join(', ');
}

function where({ input, line }: Evidence, { inputs }: Analysis): string {
  return inputs.length > 1 ? `${safe(input)}:${line}` : String(line);
}

function recordBlocks(
  { spaces, findings }: Explanation,
  analysis: Analysis,
  { markup, evidence }: TicketOptions,
): readonly (readonly string[])[] {
  if (evidence !== 'text') return [];
  const entries: readonly Entry[] = spaces.flatMap(({ meetings }) =>
    meetings.flatMap((meeting) => [...meeting.entries, ...meeting.people.flatMap((person) => person.entries)]),
  );
  const states = spaces.flatMap(({ meetings }) => meetings.flatMap(({ moment }) => moment?.states ?? []));
  const records = together([...entries, ...states, ...findings].map((each) => each.evidence));
  if (records.length === 0) return [];
  const shown = records.slice(0, mostRecords).map((record) => ({ place: where(record, analysis), text: safe(record.text) }));
  const widest = shown.reduce((most, { place }) => Math.max(most, place.length), 0);
  const lines = shown.map(({ place, text }) => `${place.padStart(widest)}  ${text}`);
  const rest = records.length - shown.length;
  return [[markup.heading(['Log lines'])], markup.verbatim(rest > 0 ? [...lines, `and ${rest} more`] : lines)];
}

function footer({ inputs }: Analysis, { face, version }: TicketOptions): string {
  const [first] = inputs;
  const zone = first === undefined ? face.zone : `${face.zone}, ${zoneBasisWords[first.zone.basis]}`;
  return `Times are ${zone}. Made from the log by cms-timeline ${version}.`;
}
