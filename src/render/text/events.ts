/** The events view: every change of everybody in every space, in the order of time. */
import type { Analysis, Instant } from '#model/index.ts';
import { laneLabel, signWords, spaceLabel } from '#view/labels.ts';
import { fill, fillLeft, shorten, widthOf, wrap } from '#view/shorten.ts';
import { knownOf } from '#view/waits.ts';
import { type Change, changesOf, proofWords } from './changes.ts';
import { type Page, pageOf, type TextOptions, zoneLines } from './page.ts';

interface Event extends Change {
  readonly who: string;
  readonly space: string;
}

const time = 12;
const what = 10;
/** The reason gets a line of its own where less is left for it. */
const leastWhy = 24;

/** All changes of an analysis as a table, with a final line break. */
export function renderEvents(analysis: Analysis, options: TextOptions): string {
  const page = pageOf(analysis, options);
  const events = eventsOf(page);
  const widths = widthsOf(page, events);
  let date = '';
  const lines = events.flatMap((event) => {
    const day = event.at === null ? date : page.face.date(event.at);
    const heading = day === date ? [] : [...(date === '' ? [] : ['']), page.style.paint(day, 'heading')];
    date = day;
    return [...heading, ...eventLines(page, event, widths)];
  });
  const body = lines.length === 0 ? ['Nothing happened in this log, or nothing that was asked for.'] : lines;
  return `${[...body, '', ...zoneLines(page)].join('\n')}\n`;
}

/** In order of time; of one moment, in the order of the log. */
function eventsOf(page: Page): readonly Event[] {
  const events = page.analysis.spaces.flatMap((space) =>
    space.meetings.flatMap((meeting) => {
      const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
      const known = knownOf(page.analysis, meeting);
      const label = spaceLabel(space);
      const people = meeting.participants.flatMap((participant) =>
        changesOf(page, participant, byId, known).map((change): Event => ({ ...change, who: laneLabel(participant), space: label })),
      );
      const signs = meeting.signs.map((sign): Event => {
        const words = signWords(sign);
        return { at: sign.at, sign: ' ', length: '', tone: 'plain', evidence: sign.evidence, who: 'the space', space: label, ...words };
      });
      return [...people, ...signs];
    }),
  );
  return events.filter(({ at }) => isShown(page, at)).sort((a, b) => moment(a) - moment(b) || line(a) - line(b));
}

function isShown({ window }: Page, at: Instant | null): boolean {
  return window === null || (at !== null && window.has(at));
}

function moment({ at }: Event): number {
  return at ?? Number.MIN_SAFE_INTEGER;
}

function line({ evidence }: Event): number {
  return evidence?.line ?? Number.MAX_SAFE_INTEGER;
}

interface Widths {
  readonly who: number;
  /** 0 = there is only one space, or no room. */
  readonly space: number;
  readonly length: number;
  readonly proof: number;
  /** 0 = the reason has a line of its own. */
  readonly why: number;
}

function widthsOf(page: Page, events: readonly Event[]): Widths {
  const widest = (of: (event: Event) => string): number => events.reduce((most, event) => Math.max(most, widthOf(of(event))), 0);
  const who = Math.min(
    widest((event) => event.who),
    Math.floor(page.columns / 4),
  );
  const several = new Set(events.map(({ space }) => space)).size > 1;
  const space =
    several && page.columns >= 110
      ? Math.min(
          widest((event) => event.space),
          20,
        ) + 2
      : 0;
  const length = widest((event) => event.length);
  const proof = widest((event) => proofWords(page, event));
  const why = page.columns - time - 2 - space - who - 2 - 2 - what - 1 - length - 2 - 2 - proof;
  return { who, space, length, proof, why: why >= leastWhy ? why : 0 };
}

function eventLines(page: Page, event: Event, widths: Widths): readonly string[] {
  const { paint, signs } = page.style;
  const at = event.at === null ? 'before' : page.face.time(event.at);
  const space = widths.space === 0 ? '' : `${fill(shorten(event.space, widths.space - 2, signs.ellipsis), widths.space)}`;
  const start = `${paint(fill(at, time), 'faint')}  ${paint(space, 'faint')}${fill(event.who, widths.who, signs.ellipsis)}  ${paint(event.sign, event.tone)} ${fill(event.what, what)}`;
  const used = time + 2 + widths.space + widths.who + 2 + 2 + what;
  const proof = paint(fillLeft(proofWords(page, event), widths.proof), 'faint');
  const [first = '', ...more] = widths.why > 0 ? wrap(event.why, widths.why, signs.ellipsis) : [];
  // A reason of many short lines is easier to read on one long one.
  if (widths.why > 0 && more.length < 2) {
    const indent = used + 1 + widths.length + 2;
    const rest = more.map((text) => ' '.repeat(indent) + text);
    return [`${start} ${fillLeft(event.length, widths.length)}  ${fill(first, widths.why)}  ${proof}`.trimEnd(), ...rest];
  }
  const room = page.columns - used - 2 - widths.proof;
  const length = room >= widths.length ? fillLeft(event.length, widths.length) : '';
  const gap = ' '.repeat(Math.max(1, page.columns - used - 1 - widthOf(length) - widths.proof));
  const why = event.why === '' ? [] : wrap(event.why, page.columns - time - 2, signs.ellipsis);
  return [`${start} ${length}${gap}${proof}`.trimEnd(), ...why.map((text) => ' '.repeat(time + 2) + text)];
}
