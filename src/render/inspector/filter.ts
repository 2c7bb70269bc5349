/** Who and what passes the filter. */
import type { Instant, Role, State } from '#model/index.ts';
import { createGlob, isGlob } from '#model/glob.ts';
import type { ClockFace } from '#view/axis.ts';
import { createWindow, statedTime, type Window } from '#view/window.ts';
import { type Entry, type Filter, noFilter, searchable } from './book.ts';
import { isNamed, type Person, personsOf } from './crowd.ts';

export const roleChoices: readonly (Role | null)[] = [null, 'guest', 'host', 'unknown'];
export const stateChoices: readonly (State | null)[] = [null, 'lobby', 'active', 'connecting', 'unknown'];

export function isFiltering(filter: Filter): boolean {
  return filter !== noFilter && Object.values(filter).some((value) => value !== null && value !== '');
}

/** What is wrong with the times of a filter; null = nothing. */
export function wrongIn({ from, to }: Filter, { zone }: ClockFace): string | null {
  for (const text of [from, to]) {
    if (text !== '' && statedTime(text, zone) === null) return `${text} is no time: 09:00, 09:00:30 or 2024-03-05T09:00`;
  }
  return null;
}

export function windowOf({ from, to }: Filter, { zone }: ClockFace): Window | null {
  const bound = (text: string) => (text === '' ? null : statedTime(text, zone));
  return createWindow({ from: bound(from), to: bound(to) }, zone);
}

/** A test for those who were in meetings. */
export function passes(filter: Filter, face: ClockFace): (person: Person) => boolean {
  const window = windowOf(filter, face);
  const passesNames = nameTest(filter.participant);
  return (person) => {
    if (filter.role !== null && person.role !== filter.role) return false;
    if (filter.state !== null && !person.states.includes(filter.state)) return false;
    if (passesNames !== null && !passesNames(person.names)) return false;
    const { from, to } = person;
    return window === null || from === null || to === null || window.clip(from, to) !== null;
  };
}

/** A test for names, a line each; null = all pass. */
function nameTest(written: string): ((names: string) => boolean) | null {
  const pattern = searchable(written.trim());
  if (pattern === '') return null;
  if (!isGlob(pattern)) return (names) => names.includes(pattern);
  const test = createGlob(pattern);
  const parts = partsOf(pattern);
  return (names) => parts.every((part) => names.includes(part)) && names.split('\n').some(test);
}

/** Whatever passes a pattern holds every part of it: few names have to be compared sign by sign. */
function partsOf(pattern: string): readonly string[] {
  return pattern.includes('\\') ? [] : pattern.split(/[*?]/u).filter((part) => part !== '');
}

/** A test for meetings: they are in the time, and somebody of theirs passes. */
export function passesMeeting(filter: Filter, face: ClockFace): (entry: Entry) => boolean {
  const window = windowOf(filter, face);
  const isWanted = passes(filter, face);
  const parts = partsOf(searchable(filter.participant.trim()));
  return ({ extent, crowd }) => {
    if (window !== null && extent !== null && window.clip(extent.from, extent.to) === null) return false;
    return parts.every((part) => isNamed(crowd, part)) && personsOf(crowd).some(isWanted);
  };
}

/** From when to when a filter lets the timeline begin and end. */
export function clipOf(filter: Filter, face: ClockFace, from: Instant, to: Instant): { readonly from: Instant; readonly to: Instant } {
  const part = windowOf(filter, face)?.clip(from, to) ?? null;
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
