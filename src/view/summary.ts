/** What happened in a meeting, in one to three sentences that somebody who does not know CMS understands. */
import type { Analysis, Instant, Meeting } from '#model/index.ts';
import type { ClockFace } from './axis.ts';
import { duration } from './duration.ts';
import { laneLabel } from './labels.ts';
import { linksOf } from './links.ts';
import type { Link } from './picture.ts';
import type { Extent } from './presence.ts';
import { isPerson, knownOf, lengthOf, type Wait, waitsOf } from './waits.ts';

/** The story of a meeting. Each sentence ends with a full stop; names are safe to print. */
export function summaryOf(analysis: Analysis, meeting: Meeting, face: ClockFace): readonly string[] {
  const { omitted = 0, participants } = meeting;
  // Sentences about all are not for a part of them.
  if (omitted > 0) return [`Only ${participants.length} of ${participants.length + omitted} participants are shown.`];
  const people = participants.filter(isPerson);
  const waits = people.flatMap(waitsOf);
  const story: Story = {
    known: knownOf(analysis, meeting),
    names: new Map(meeting.participants.map((participant) => [participant.id, laneLabel(participant)])),
    arrivals: new Map(meeting.participants.map(({ id, joinedAt }) => [id, joinedAt])),
    moment: momentOf(meeting, face),
    mayHaveHost: people.some(({ intervals }) => intervals.some(({ state }) => state === 'active' || state === 'unknown')),
    guestsOnly: waits.every(({ participant }) => participant.role === 'guest'),
  };
  if (waits.length === 0) return [withoutWaits(meeting)];
  const first = firstWaits(
    waits.filter(({ kind }) => kind === 'first'),
    story,
  );
  const back = returns(
    waits.filter(({ kind }) => kind === 'back'),
    linksOf(meeting).filter(({ kind }) => kind === 'last-activator-left'),
    story,
  );
  return [...first, ...back];
}

interface Story {
  readonly known: Extent;
  readonly names: ReadonlyMap<string, string>;
  readonly arrivals: ReadonlyMap<string, Instant | null>;
  readonly moment: (at: Instant) => string;
  /** Somebody was active, or may have been. */
  readonly mayHaveHost: boolean;
  readonly guestsOnly: boolean;
}

/** `at 17:49:26.670`, with the date where it is not the one the meeting begins on. */
function momentOf(meeting: Meeting, face: ClockFace): (at: Instant) => string {
  const first =
    meeting.span.from ?? meeting.participants.flatMap(({ intervals }) => intervals.flatMap(({ from }) => (from === null ? [] : [from])))[0];
  const day = first === undefined ? null : face.date(first);
  return (at) => (day === null || face.date(at) === day ? `at ${face.time(at)}` : `on ${face.date(at)} at ${face.time(at)}`);
}

function withoutWaits({ participants }: Meeting): string {
  const people = participants.filter(isPerson);
  const doubtful = people.some(({ intervals }) => intervals.some(({ state }) => state === 'unknown'));
  if (!doubtful) return people.length === 0 ? 'Only a recorder or streamer was there.' : 'Nobody waited in the lobby.';
  return 'The log does not tell whether anybody waited in the lobby.';
}

function firstWaits(waits: readonly Wait[], story: Story): readonly string[] {
  const released = waits.filter(({ end }) => end === 'released');
  const rest = [
    count(
      waits.filter(({ end }) => end === 'left'),
      story,
      (length) => `left without having been let in${length === '' ? '' : `, after ${length}`}`,
    ),
    count(
      waits.filter(({ end }) => end === 'open'),
      story,
      (length, number) => `${number === 1 ? 'was' : 'were'} still waiting when the log ends${length === '' ? '' : `, after ${length}`}`,
    ),
    count(
      waits.filter(({ end }) => end === 'unknown'),
      story,
      () => 'waited until the log no longer tells',
    ),
  ].filter((part) => part !== null);
  const noHost = released.length === 0 && waits.length > 0 && !story.mayHaveHost ? ['No host came.'] : [];
  if (released.length === 0) return rest.length === 0 ? [] : [sentence(rest, story), ...noHost];
  return [
    `${capital(people(released.length, story))} waited ${longest(released, story)}${releasers(released, story)}.`,
    ...(rest.length === 0 ? [] : [sentence(rest, story)]),
  ];
}

/** ` for host X, who joined at …`, where one host released them all; else who they were. */
function releasers(released: readonly Wait[], { names, arrivals, moment }: Story): string {
  const ids = [...new Set(released.flatMap(({ by }) => (by === null ? [] : [by])))];
  const [only, second] = ids;
  const byHand = released.filter(({ by }) => by === null).length;
  if (only === undefined) return ' and were let in, though no host joined at that moment';
  const others = byHand === 0 ? '' : `; ${byHand} of them ${byHand === 1 ? 'was' : 'were'} let in without a host joining`;
  if (second !== undefined) return ` until ${listed(ids.map((id) => names.get(id) ?? 'a host'))} joined${others}`;
  const at = arrivals.get(only) ?? null;
  return ` for host ${names.get(only) ?? ''}${at === null ? '' : `, who joined ${moment(at)}`}${others}`;
}

function returns(waits: readonly Wait[], links: readonly Link[], story: Story): readonly string[] {
  if (waits.length === 0) return [];
  const [first, second] = links;
  const still = waits.filter(({ end }) => end === 'open').length;
  const are = still === 1 ? 'is' : 'are';
  const open =
    still === 0
      ? ''
      : still === waits.length
        ? `, and ${are} still there when the log ends`
        : `; ${still} ${are} still there when the log ends`;
  const byHand = waits.filter(({ cause }) => cause === 'deactivated-with-activator').length;
  const hand =
    byHand <= 0 ? [] : [`${capital(people(byHand, story))} ${byHand === 1 ? 'was' : 'were'} sent to the lobby while a host was there.`];
  if (first === undefined) return hand;
  if (second !== undefined) return [`Back to the lobby ${links.length} times, as the last host left${open}.`, ...hand];
  const effect = first.effects[0];
  const late = effect?.delayMs ?? 0;
  const name = story.names.get(first.by) ?? 'the last host';
  const when = effect === undefined ? '' : ` ${story.moment(effect.at)}`;
  const why = late >= 1000 ? `, ${duration(late)} after ${name} had left` : `, when ${name} left`;
  const who = capital(people(first.effects.length, story));
  return [`${who} went back to the lobby${when}${why}${open}.`, ...hand];
}

function count(waits: readonly Wait[], story: Story, say: (length: string, number: number) => string): string | null {
  if (waits.length === 0) return null;
  const ms = waits.reduce((most, wait) => Math.max(most, lengthOf(wait, story.known).ms), 0);
  const length = ms === 0 ? '' : `${waits.length === 1 ? '' : 'up to '}${duration(ms)}`;
  return `${waits.length} ${say(length, waits.length)}`;
}

function sentence(parts: readonly string[], story: Story): string {
  const [first = '', ...more] = parts;
  const [number = '', ...words] = first.split(' ');
  return `${capital([people(Number(number), story), ...words].join(' '))}${more.map((part) => `; ${part}`).join('')}.`;
}

function longest(waits: readonly Wait[], { known }: Story): string {
  const ms = waits.reduce((most, wait) => Math.max(most, lengthOf(wait, known).ms), 0);
  return waits.length === 1 ? duration(ms) : `up to ${duration(ms)}`;
}

function people(number: number, { guestsOnly }: Story): string {
  return `${number} ${guestsOnly ? 'guest' : 'participant'}${number === 1 ? '' : 's'}`;
}

/** `ann, bo or 14 others`. */
function listed(names: readonly string[]): string {
  const unique = [...new Set(names)];
  if (unique.length > 3) return `one of ${unique.length} hosts`;
  return unique.length === 1 ? `host ${unique[0] ?? ''}` : `host ${unique.slice(0, -1).join(', ')} or ${unique.at(-1) ?? ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
