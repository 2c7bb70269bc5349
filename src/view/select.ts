/** What of an analysis is to be seen: by space, by participant, by time. Applies before any view or export. */
import type { Analysis, CmsEvent, Finding, Instant, Meeting, Participant, Space, StrayLeg } from '#model/index.ts';
import { createGlob, isGlob } from '#model/glob.ts';
import { presenceOf, spanOfLog } from './presence.ts';
import { isInWindow, selectEvents } from './select-events.ts';
import type { Window } from './window.ts';

export interface Selection {
  /** Ids, names or globs; empty = all. */
  readonly spaces: readonly string[];
  /** Names, display names, addresses or globs of them; empty = all. */
  readonly participants: readonly string[];
  /** null = all times. */
  readonly window: Window | null;
  /** Meetings stay as they are when anybody in them is selected. */
  readonly wholeMeetings?: boolean;
  /** What names stand for where pseudonyms stand for them: patterns are those of who knows the real ones. */
  readonly original?: (text: string) => string;
}

/**
 * The analysis of what is selected. Participants who are selected bring with them whose arrival or departure changed
 * them, so that every cause can still be named. What a participant did before or after the window stays on record: views
 * cut what they draw.
 */
export function select(analysis: Analysis, selection: Selection): Analysis {
  const { spaces, participants, window } = selection;
  if (spaces.length === 0 && participants.length === 0 && window === null) return analysis;
  const isSpace = anyOf(spaces, selection.original);
  const isParticipant = participantTest(participants, selection.original);
  const isLeg = anyOf(participants, selection.original);
  const log = spanOfLog(analysis);
  const inWindow = (from: Instant | null, to: Instant | null): boolean =>
    window === null || log === null || window.clip(from ?? log.from, to ?? log.to) !== null;
  const isWanted = (participant: Participant): boolean => {
    const { from, to } = presenceOf(participant);
    return isParticipant(participant) && inWindow(from, to);
  };
  const pairs = analysis.spaces.flatMap((space, index) => {
    if (!isSpace([space.name], [space.id])) return [];
    const parts = space.meetings.flatMap((meeting) => part(meeting, isWanted, selection.wholeMeetings === true));
    const wanted = parts.flatMap((each) => each.wanted);
    const meetings = parts.map(({ meeting }) => meeting);
    return meetings.length === 0 ? [] : [{ space: { ...space, meetings }, wanted, behaviour: analysis.behaviours[index] ?? [] }];
  });
  const kept = pairs.map(({ space }) => space);
  const wanted = new Set(pairs.flatMap((pair) => pair.wanted));
  return {
    ...analysis,
    spaces: kept,
    findings: findings(analysis.findings, kept, wanted, inWindow),
    behaviours: pairs.flatMap(({ behaviour }) => behaviour),
    // Who never joined a space was in none of those that are asked for.
    strays: spaces.length > 0 ? [] : analysis.strays.filter((stray) => isStray(stray, isLeg, inWindow)),
    ...(analysis.events === undefined ? {} : { events: eventsOf(analysis.events, selection, kept) }),
  };
}

type InWindow = (from: Instant | null, to: Instant | null) => boolean;
type Wanted = (names: readonly (string | null)[], ids: readonly (string | null)[]) => boolean;

/** Names match by glob; ids whole, or by the eight characters and more that views shorten them to. */
function anyOf(patterns: readonly string[], original: (text: string) => string = same): Wanted {
  const tests = patterns.map((pattern) => {
    const isName = createGlob(pattern);
    const id = pattern.toLowerCase();
    const isId = (candidate: string): boolean => candidate === id || (id.length >= 8 && !isGlob(id) && candidate.startsWith(id));
    return { isName, isId };
  });
  return (names, ids) => {
    if (tests.length === 0) return true;
    const known = names.flatMap((name) => (name === null ? [] : namesOf(original(name))));
    const identities = ids.flatMap((id) => (id === null ? [] : [id, original(id)]));
    return tests.some(({ isName, isId }) => known.some(isName) || identities.some(isId));
  };
}

function same(text: string): string {
  return text;
}

/** Whether somebody is meant by one of the patterns; everybody is where there is none. */
export function participantTest(patterns: readonly string[], original?: (text: string) => string): (participant: Participant) => boolean {
  const isWanted = anyOf(patterns, original);
  return ({ id, name, leg }) => isWanted([name, leg.displayName, leg.user, leg.address], [id, leg.callLegId]);
}

/** `anna@example.org`, and `anna`. */
function namesOf(name: string): readonly string[] {
  const at = name.lastIndexOf('@');
  return at > 0 ? [name, name.slice(0, at)] : [name];
}

interface Part {
  readonly meeting: Meeting;
  /** Ids of those who are wanted, and of those whose coming or going changed them. */
  readonly wanted: readonly string[];
}

function part(meeting: Meeting, isWanted: (participant: Participant) => boolean, whole: boolean): readonly Part[] {
  const wanted = new Set(meeting.participants.filter(isWanted));
  if (wanted.size === 0) return [];
  const causes = new Set([...wanted].flatMap(({ intervals }) => intervals.flatMap(({ cause }) => (cause.by === null ? [] : [cause.by]))));
  const participants = meeting.participants.filter((participant) => wanted.has(participant) || causes.has(participant.id));
  const omitted = meeting.participants.length - participants.length + (meeting.omitted ?? 0);
  const kept = whole || omitted === 0 ? meeting : { ...meeting, participants, omitted };
  return [{ meeting: kept, wanted: participants.map(({ id }) => id) }];
}

/** A finding is seen with what it is about; one that is about the log as a whole with all that it is in time with. */
function findings(all: readonly Finding[], spaces: readonly Space[], wanted: ReadonlySet<string>, inWindow: InWindow): readonly Finding[] {
  const spaceIds = new Set(spaces.map(({ id }) => id));
  const there = new Set(spaces.flatMap(({ meetings }) => meetings.flatMap(({ participants }) => participants.map(({ id }) => id))));
  return all.flatMap((finding) => {
    const about = finding.participants;
    const concerned = about.length > 0 ? about.some((id) => wanted.has(id)) : finding.space === null || spaceIds.has(finding.space);
    const participants = about.filter((id) => there.has(id));
    return concerned && inWindow(finding.span.from, finding.span.to) ? [{ ...finding, participants }] : [];
  });
}

function eventsOf(events: readonly CmsEvent[], { spaces, participants, window }: Selection, kept: readonly Space[]): readonly CmsEvent[] {
  if (spaces.length === 0 && participants.length === 0) return events.filter((event) => isInWindow(event, window));
  return selectEvents(events, { spaces: kept, wholeMeetings: participants.length === 0, window });
}

function isStray({ leg }: StrayLeg, isWanted: Wanted, inWindow: InWindow): boolean {
  return isWanted([leg.displayName, leg.user, leg.address], [leg.callLegId]) && inWindow(leg.setUp?.at ?? null, leg.ended?.at ?? null);
}
