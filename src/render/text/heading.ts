/** Headings of spaces and meetings: what it is, when it was, and what happened in sentences. */
import type { Instant, LegKind, Meeting, Space } from '#model/index.ts';
import { duration } from '#view/duration.ts';
import { spaceLabel } from '#view/labels.ts';
import { spanOfMeeting } from '#view/presence.ts';
import { safe } from '#view/safe.ts';
import { shorten, widthOf, wrap, wrapParts } from '#view/shorten.ts';
import { summaryOf } from '#view/summary.ts';
import { isPerson } from '#view/waits.ts';
import type { Page } from './page.ts';

/** The name of a space, and its id on the right: what one needs to find it in the configuration. */
export function spaceHeading({ columns, style }: Page, space: Space): readonly string[] {
  const { paint, signs } = style;
  const id = space.id ?? '';
  const name = shorten(spaceLabel(space), columns - (id === '' ? 0 : id.length + 2), signs.ellipsis);
  const gap = ' '.repeat(Math.max(2, columns - widthOf(name) - id.length));
  return [`${paint(name, 'heading')}${id === '' ? '' : gap + paint(id, 'faint')}`];
}

/** When, how long, where, and who; then the story. */
export function meetingHeading(page: Page, space: Space, meeting: Meeting): readonly string[] {
  const { columns, style } = page;
  const facts = [...turnOf(space, meeting), whenOf(page, meeting), whoOf(meeting), ...bridgesOf(meeting)];
  return [
    ...wrapParts(facts, columns, ` ${style.signs.dot} `).map((line) => style.paint(line, 'faint')),
    ...summaryOf(page.analysis, meeting, page.face).flatMap((sentence) => wrap(sentence, columns, style.signs.ellipsis)),
  ];
}

function turnOf({ meetings }: Space, meeting: Meeting): readonly string[] {
  return meetings.length < 2 ? [] : [`meeting ${meetings.indexOf(meeting) + 1} of ${meetings.length}`];
}

/** `2017-02-21 17:49:07.972 – 18:01:40.213, 12 min 33 s`. */
export function whenOf({ face, style: { signs }, analysis }: Page, meeting: Meeting): string {
  const { from, to } = meeting.span;
  const extent = spanOfMeeting(analysis, meeting);
  const first = from ?? extent?.from ?? null;
  if (first === null) return 'time not known';
  const begin = from === null ? `${face.date(first)} before the log` : `${face.date(from)} ${face.time(from)}`;
  const end = to === null ? 'after the log ends' : dated(to, first, face);
  const until: Instant | null = to ?? extent?.to ?? null;
  const length =
    until === null || until <= first ? '' : `, ${from === null || to === null ? `${signs.atLeast} ` : ''}${duration(until - first)}`;
  return `${begin} ${signs.dash} ${end}${length}`;
}

function dated(at: Instant, first: Instant, face: Page['face']): string {
  return face.date(at) === face.date(first) ? face.time(at) : `${face.date(at)} ${face.time(at)}`;
}

/** `1 host, 2 guests`, and how many more of whom the role is not known. */
export function whoOf({ participants }: Meeting): string {
  const people = participants.filter(isPerson);
  const hosts = people.filter(({ role }) => role === 'host').length;
  const guests = people.filter(({ role }) => role === 'guest').length;
  const others = people.length - hosts - guests;
  const kinds = (kind: LegKind): number => participants.filter(({ leg }) => leg.kind === kind).length;
  const parts = [
    counted(hosts, 'host'),
    counted(guests, 'guest'),
    others === 0 ? '' : `${others} of unknown role`,
    counted(kinds('recorder'), 'recorder'),
    counted(kinds('streamer'), 'streamer'),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}

function bridgesOf({ hosts }: Meeting): readonly string[] {
  if (hosts.length === 0) return [];
  return [`${hosts.length === 1 ? 'Call Bridge' : 'Call Bridges'} ${hosts.map(safe).join(', ')}`];
}
