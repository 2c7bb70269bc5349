/** Who and what passes the filter. */
import type { Instant, Participant, Role, State } from '#model/index.ts';
import { createGlob, isGlob } from '#model/glob.ts';
import type { Picture } from '#view/picture.ts';
import { presenceOf } from '#view/presence.ts';
import { createWindow, statedTime, type Window } from '#view/window.ts';
import { type Book, type Entry, type Filter, namesOf, noFilter } from './book.ts';

export const roleChoices: readonly (Role | null)[] = [null, 'guest', 'host', 'unknown'];
export const stateChoices: readonly (State | null)[] = [null, 'lobby', 'active', 'connecting', 'unknown'];

export function isFiltering(filter: Filter): boolean {
  return filter !== noFilter && Object.values(filter).some((value) => value !== null && value !== '');
}

/** What is wrong with the times of a filter; null = nothing. */
export function wrongIn({ from, to }: Filter, { face }: Book): string | null {
  for (const text of [from, to]) {
    if (text !== '' && statedTime(text, face.zone) === null) return `${text} is no time: 09:00, 09:00:30 or 2024-03-05T09:00`;
  }
  return null;
}

export function windowOf({ from, to }: Filter, { face }: Book): Window | null {
  const bound = (text: string) => (text === '' ? null : statedTime(text, face.zone));
  return createWindow({ from: bound(from), to: bound(to) }, face.zone);
}

/** A test for participants. */
export function passes(filter: Filter, book: Book): (participant: Participant) => boolean {
  const window = windowOf(filter, book);
  const isNamed = nameTest(filter.participant);
  return (participant) => {
    if (filter.role !== null && participant.role !== filter.role) return false;
    if (filter.state !== null && !participant.intervals.some(({ state }) => state === filter.state)) return false;
    if (!isNamed(participant)) return false;
    const { from, to } = presenceOf(participant);
    return window === null || from === null || to === null || window.clip(from, to) !== null;
  };
}

function nameTest(pattern: string): (participant: Participant) => boolean {
  if (pattern.trim() === '') return () => true;
  const test = createGlob(isGlob(pattern) ? pattern : `*${pattern}*`);
  return (participant) => namesOf(participant).some(test);
}

/** A test for meetings: they are in the time, and somebody of theirs passes. */
export function passesMeeting(filter: Filter, book: Book): (entry: Entry) => boolean {
  if (!isFiltering(filter)) return () => true;
  const window = windowOf(filter, book);
  const isWanted = passes(filter, book);
  return ({ extent, meeting }) =>
    (window === null || extent === null || window.clip(extent.from, extent.to) !== null) && meeting.participants.some(isWanted);
}

/** The lanes of a picture that pass. */
export function lanesOf(picture: Picture, filter: Filter, book: Book): Picture['lanes'] {
  if (!isFiltering(filter)) return picture.lanes;
  const isWanted = passes(filter, book);
  return picture.lanes.filter(({ participant }) => isWanted(participant));
}

/** From when to when a filter lets the timeline begin and end. */
export function clipOf(filter: Filter, book: Book, from: Instant, to: Instant): { readonly from: Instant; readonly to: Instant } {
  const part = windowOf(filter, book)?.clip(from, to) ?? null;
  if (part === null) return { from, to };
  const first = part.from !== null && part.from > from ? part.from : from;
  const last = part.to !== null && part.to < to ? part.to : to;
  return first < last ? { from: first, to: last } : { from, to };
}

/** `guests · was in the lobby · "anna" · from 09:00`. */
export function filterWords(filter: Filter, dot: string): string {
  const { role, state, participant, from, to } = filter;
  const parts = [
    role === null ? '' : role === 'unknown' ? 'role not known' : `${role}s`,
    state === null ? '' : `ever ${state}`,
    participant === '' ? '' : `"${participant}"`,
    from === '' ? '' : `from ${from}`,
    to === '' ? '' : `to ${to}`,
  ];
  return parts.filter((part) => part !== '').join(` ${dot} `);
}
