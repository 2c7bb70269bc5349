/** The picture in sentences: the headline under the title, and the text alternative for who cannot see it. */
import type { Instant } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import { duration } from '#view/duration.ts';
import { causeWords, roleWords, stateWords } from '#view/labels.ts';
import type { Lane, Link, Picture } from '#view/picture.ts';
import { waited } from './outcome.ts';

/** What happened, in at most three sentences that somebody who does not know CMS understands. */
export function headline(picture: Picture, face: ClockFace): string {
  const releases = picture.links.filter(({ kind }) => kind === 'activator-joined');
  const returns = picture.links.filter(({ kind }) => kind === 'last-activator-left');
  const first = releases[0];
  const back = returns[0];
  const sentences = [first === undefined ? withoutRelease(picture) : releaseSentence(picture, first, face)];
  if (back !== undefined) sentences.push(returnSentence(picture, back, face, back.by === first?.by));
  const more = Math.max(0, releases.length - 1) + Math.max(0, returns.length - 1);
  if (more > 0) sentences.push(more === 1 ? 'It changed once more after that.' : `It changed ${more} times more after that.`);
  return sentences.join(' ');
}

function releaseSentence(picture: Picture, link: Link, face: ClockFace): string {
  const waits = link.effects.flatMap(({ lane, at }) => {
    const segment = lanes(picture)
      .get(lane)
      ?.segments.find(({ state, to }) => state === 'lobby' && to === at);
    return segment === undefined ? [] : [segment.to - segment.from];
  });
  const longest = Math.max(0, ...waits);
  const wait = longest === 0 ? '' : waits.length === 1 ? ` for ${duration(longest)}` : ` for up to ${duration(longest)}`;
  const when = link.at === null ? '' : ` ${moment(link.at, picture, face)}`;
  const count = people(link.effects.length);
  return `${count} waited in the lobby${wait}, until ${nameOf(picture, link.by)} joined${when} and let ${link.effects.length === 1 ? 'it' : 'them'} in.`;
}

function returnSentence(picture: Picture, link: Link, face: ClockFace, sameHost: boolean): string {
  const when = link.at === null ? '' : ` ${moment(link.at, picture, face)}`;
  const who = sameHost ? 'that host' : nameOf(picture, link.by);
  return `When ${who} left${when}, ${link.effects.length} went back to the lobby.`;
}

function withoutRelease(picture: Picture): string {
  const people = picture.lanes.filter(({ kind }) => kind !== 'recorder' && kind !== 'streamer');
  const waiting = people.filter((lane) => lane.segments.some(({ state }) => state === 'lobby'));
  const unknown = people.filter((lane) => lane.segments.every(({ state }) => state === 'unknown' || state === 'connecting'));
  if (waiting.length > 0 && people.every((lane) => lane.segments.every(({ state }) => state !== 'active'))) {
    return `${people.length === waiting.length ? 'All' : String(waiting.length)} of ${people.length} waited in the lobby: no host came while the log runs.`;
  }
  if (waiting.length > 0)
    return `${waiting.length} of ${people.length} were in the lobby; the log shows no host whose arrival let them in.`;
  if (unknown.length === people.length) return 'The log does not tell who waited and who was active.';
  return 'Nobody waited in the lobby.';
}

/** The whole story, for screen readers: the headline, then every turn. */
export function description(picture: Picture, face: ClockFace): string {
  const turns = picture.links.map((link) =>
    link.kind === 'activator-joined' ? releaseSentence(picture, link, face) : returnSentence(picture, link, face, false),
  );
  const findings = picture.findings.map(({ severity, message }) => `${severity}: ${message}`);
  const sentences = turns.length === 0 ? [headline(picture, face)] : turns;
  return [summary(picture, face), ...sentences.slice(0, 20), ...findings.slice(0, 20)].join('\n');
}

/** When, how long, and how many. */
export function summary(picture: Picture, face: ClockFace): string {
  const { from, known: to, openStart, openEnd } = picture;
  const sameDay = face.date(from) === face.date(to);
  const start = openStart ? 'before the log begins' : face.seconds(from);
  const end = openEnd ? 'the end of the log' : `${sameDay ? '' : `${face.date(to)} `}${face.seconds(to)}`;
  const hosts = picture.lanes.filter(({ role }) => role === 'host').length;
  const guests = picture.lanes.filter(({ role }) => role === 'guest').length;
  const roles = [hosts === 0 ? '' : count(hosts, 'host'), guests === 0 ? '' : count(guests, 'guest')].filter((text) => text !== '');
  const who = `${count(picture.lanes.length, 'participant')}${roles.length === 0 ? '' : ` (${roles.join(', ')})`}`;
  return `${face.date(from)}, ${start} to ${end} (${face.zone}) · ${duration(to - from)} · ${who}`;
}

/** `at 09:18:00`; with its date where that is not the one that the picture begins with. */
function moment(at: Instant, picture: Picture, face: ClockFace): string {
  const date = face.date(at);
  return date === face.date(picture.from) ? `at ${face.seconds(at)}` : `on ${date} at ${face.seconds(at)}`;
}

/** One lane in a sentence. */
export function laneStory(lane: Lane, picture: Picture, face: ClockFace): string {
  const states = lane.segments.map(({ state, from, openStart, cause }) => {
    const by = cause.by === null ? null : nameOf(picture, cause.by);
    return `${stateWords[state]} ${openStart ? 'from before the log on' : `from ${face.time(from)}`} (${causeWords(cause.kind, by)})`;
  });
  const left = lane.marks.find(({ kind }) => kind === 'left');
  const end = left === undefined ? '' : `, left ${face.time(left.at)}${left.note === null ? '' : ` (${left.note})`}`;
  const { ms } = waited(lane.participant, picture.known);
  return `${lane.label}, ${roleWords[lane.role]}: ${states.join(', ')}${end}${ms === 0 ? '' : `; waited ${duration(ms)} in all`}.`;
}

export function nameOf(picture: Picture, id: string): string {
  return lanes(picture).get(id)?.label ?? 'a host';
}

function lanes(picture: Picture): ReadonlyMap<string, Lane> {
  return new Map(picture.lanes.map((lane) => [lane.id, lane]));
}

function people(count: number): string {
  return count === 1 ? 'One participant' : `${count} participants`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
