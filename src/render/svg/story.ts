/** The picture in sentences: the text alternative for who cannot see it, and the facts under the title. */
import type { Instant } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import { duration } from '#view/duration.ts';
import { causeWords, roleWords, stateWords } from '#view/labels.ts';
import type { Lane, Link, Picture } from '#view/picture.ts';
import { summaryOf } from '#view/summary.ts';
import { stamp } from './frame.ts';
import { waitedIn } from './outcome.ts';
import type { Subject } from './subject.ts';

/** What one arrival or departure changed, in a sentence. */
function turn(picture: Picture, lanes: Lanes, link: Link, face: ClockFace): string {
  const when = link.at === null ? '' : ` ${moment(link.at, picture, face)}`;
  const who = lanes.get(link.by)?.label ?? 'a host';
  switch (link.kind) {
    case 'last-activator-left':
      return `When ${who} left${when}, ${link.effects.length} went back to the lobby.`;
    case 'activator-joined': {
      const waits = link.effects.flatMap(({ lane, at }) => {
        const segment = lanes.get(lane)?.segments.find(({ state, to }) => state === 'lobby' && to === at);
        return segment === undefined ? [] : [segment.to - segment.from];
      });
      const longest = waits.reduce((most, wait) => Math.max(most, wait), 0);
      const wait = longest === 0 ? '' : waits.length === 1 ? ` for ${duration(longest)}` : ` for up to ${duration(longest)}`;
      const them = link.effects.length === 1 ? 'it' : 'them';
      return `${people(link.effects.length)} waited in the lobby${wait}, until ${who} joined${when} and let ${them} in.`;
    }
  }
}

function inOrder(links: readonly Link[]): readonly Link[] {
  const begin = ({ at, effects }: Link): number => at ?? effects[0]?.at ?? 0;
  return [...links].sort((a, b) => begin(a) - begin(b));
}

/** The whole story, for screen readers: the facts, every turn, every finding, and where it is cut, that it is. */
export function description({ analysis, meeting, picture }: Subject, face: ClockFace): string {
  const lanes = byId(picture);
  const turns = inOrder(picture.links).map((link) => turn(picture, lanes, link, face));
  const findings = picture.findings.map(({ severity, message }) => `${severity}: ${message}`);
  const sentences = summaryOf(analysis, meeting, face);
  return [facts(picture, face), ...sentences, ...some(turns), ...some(findings)].join('\n');
}

function some(sentences: readonly string[]): readonly string[] {
  const most = 24;
  return sentences.length <= most ? sentences : [...sentences.slice(0, most), `And ${sentences.length - most} more.`];
}

/** When, how long, and how many. */
export function facts(picture: Picture, face: ClockFace): string {
  const { from, known: to, openStart, openEnd } = picture;
  const sameDay = face.date(from) === face.date(to);
  const start = openStart ? 'before the log begins' : clock(from, picture, face);
  const end = openEnd ? 'the end of the log' : `${sameDay ? '' : `${face.date(to)} `}${clock(to, picture, face)}`;
  const hosts = picture.lanes.filter(({ role }) => role === 'host').length;
  const guests = picture.lanes.filter(({ role }) => role === 'guest').length;
  const roles = [hosts === 0 ? '' : count(hosts, 'host'), guests === 0 ? '' : count(guests, 'guest')].filter((text) => text !== '');
  const who = `${count(picture.lanes.length, 'participant')}${roles.length === 0 ? '' : ` (${roles.join(', ')})`}`;
  return `${face.date(from)}, ${start} to ${end} (${face.zone}) · ${duration(to - from)} · ${who}`;
}

/** `at 09:18:00`; with its date where that is not the one that the picture begins with. */
function moment(at: Instant, picture: Picture, face: ClockFace): string {
  const date = face.date(at);
  return date === face.date(picture.from) ? `at ${clock(at, picture, face)}` : `on ${date} at ${clock(at, picture, face)}`;
}

/** Milliseconds only where the whole picture is short enough for them to matter. */
function clock(at: Instant, { from, to }: Picture, face: ClockFace): string {
  return to - from < 10_000 ? face.time(at) : face.seconds(at);
}

export interface Told {
  readonly picture: Picture;
  readonly lanes: Lanes;
  readonly face: ClockFace;
}

/** One lane in a sentence. */
export function laneStory(lane: Lane, { picture, lanes, face }: Told): string {
  const states = lane.segments.map(({ state, from, openStart, cause }) => {
    const by = cause.by === null ? null : (lanes.get(cause.by)?.label ?? null);
    return `${stateWords[state]} ${openStart ? 'from before the log on' : `from ${stamp({ face, picture }, from)}`} (${causeWords(cause.kind, by)})`;
  });
  const left = lane.marks.find(({ kind }) => kind === 'left');
  const end = left === undefined ? '' : `, left ${stamp({ face, picture }, left.at)}${left.note === null ? '' : ` (${left.note})`}`;
  const { ms } = waitedIn(picture, lane);
  return `${lane.label}, ${roleWords[lane.role]}: ${states.join(', ')}${end}${ms === 0 ? '' : `; waited ${duration(ms)} in all`}.`;
}

type Lanes = ReadonlyMap<string, Lane>;

export function byId({ lanes }: Picture): Lanes {
  return new Map(lanes.map((lane) => [lane.id, lane]));
}

function people(count: number): string {
  return count === 1 ? 'One participant' : `${count} participants`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
