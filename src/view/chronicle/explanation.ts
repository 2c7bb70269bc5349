/** What `explain` says, before anybody decides on a medium: of everything, of some participants, or of one moment. */
import type { Analysis, Finding, Instant, Meeting, Participant, Severity, Space, Span } from '#model/index.ts';
import { instant } from '#model/index.ts';
import type { ClockFace } from '../axis.ts';
import { type Extent, spanOfLog, spanOfMeeting } from '../presence.ts';
import type { Window } from '../window.ts';
import { type ConfigurationEntry, configurationEntries } from './configuration.ts';
import type { Entry, RoleEntry } from './entry.ts';
import { type StateEntry, statesAt } from './instant.ts';
import { meetingEntries } from './meeting.ts';
import { personEntries } from './person.ts';
import { roleEntries } from './roles.ts';
import { shortened } from './shortened.ts';

/** A moment that is asked for, as long as it is written: `17:49:28` lasts a second. */
export interface AskedMoment {
  /** The moment in a stretch of time; null = it is not in there. */
  in(extent: Extent): Instant | null;
  /** ms */
  readonly unit: number;
}

export interface ExplanationOptions {
  readonly face: ClockFace;
  readonly window: Window | null;
  /** Whom to tell of by themselves; null = tell of whole meetings. */
  readonly isAsked: ((participant: Participant) => boolean) | null;
  readonly at: AskedMoment | null;
}

export interface PersonExplanation {
  readonly participant: Participant;
  readonly entries: readonly Entry[];
}

export interface MeetingExplanation {
  readonly meeting: Meeting;
  /** When the meeting, its callings included, begins and ends as far as the log tells; null = it gives it no time. */
  readonly extent: Extent | null;
  /** The moment that is asked for, and who was in which state then; null = none is asked for. */
  readonly moment: { readonly at: Instant; readonly states: readonly StateEntry[] } | null;
  /** Empty where participants are told of by themselves. */
  readonly entries: readonly Entry[];
  readonly people: readonly PersonExplanation[];
  readonly roles: readonly RoleEntry[];
}

export interface SpaceExplanation {
  readonly space: Space;
  readonly meetings: readonly MeetingExplanation[];
  readonly configuration: readonly ConfigurationEntry[];
}

export interface Explanation {
  readonly spaces: readonly SpaceExplanation[];
  /** The gravest first. */
  readonly findings: readonly Finding[];
}

export function explanationOf(analysis: Analysis, options: ExplanationOptions): Explanation {
  const log = spanOfLog(analysis);
  const spaces = analysis.spaces.flatMap((space, index): readonly SpaceExplanation[] => {
    const meetings = space.meetings.flatMap((meeting) => meetingExplanation(analysis, meeting, log?.to ?? null, options));
    const behaviour = analysis.behaviours[index];
    return meetings.length === 0
      ? []
      : [{ space, meetings, configuration: behaviour === undefined || options.at !== null ? [] : configurationEntries(behaviour) }];
  });
  return { spaces, findings: findingsOf(analysis.findings, spaces, options) };
}

function meetingExplanation(
  analysis: Analysis,
  meeting: Meeting,
  end: Instant | null,
  { face, window, isAsked, at }: ExplanationOptions,
): readonly MeetingExplanation[] {
  const extent = spanOfMeeting(analysis, meeting);
  const moment = at === null || extent === null ? null : at.in(extent);
  if (at !== null && moment === null) return [];
  const asked = isAsked === null ? [] : meeting.participants.filter(isAsked);
  const told = isAsked === null ? meeting.participants : asked;
  const all = meetingEntries(meeting, end);
  const byId = new Map(meeting.participants.map((participant) => [participant.id, participant]));
  const isSeen = (entry: Entry): boolean => inWindow(entry, window) && (at === null || moment === null || during(entry, moment, at.unit));
  return [
    {
      meeting,
      extent,
      moment: moment === null ? null : { at: moment, states: statesAt(meeting, told, moment, face) },
      entries: isAsked === null ? shortened(all.filter(isSeen)) : [],
      people: asked.map((participant) => ({ participant, entries: personEntries(participant, byId, all, end).filter(isSeen) })),
      roles: at === null ? roleEntries(told) : [],
    },
  ];
}

function inWindow({ at }: Entry, window: Window | null): boolean {
  return window === null || at === null || window.has(at);
}

function during({ at }: Entry, moment: Instant, unit: number): boolean {
  return at !== null && at >= moment && at < moment + unit;
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function findingsOf(all: readonly Finding[], spaces: readonly SpaceExplanation[], { at }: ExplanationOptions): readonly Finding[] {
  const moments = spaces.flatMap(({ meetings }) => meetings.flatMap(({ moment }) => (moment === null ? [] : [moment.at])));
  const seen = at === null ? all : all.filter(({ span }) => moments.some((moment) => meets(span, moment, at.unit)));
  return [...seen].sort((a, b) => weight[a.severity] - weight[b.severity] || (a.span.from ?? 0) - (b.span.from ?? 0));
}

/** Findings that reach over the moment; those without a time are about the whole log. */
function meets({ from, to }: Span, moment: Instant, unit: number): boolean {
  return (from === null || from < moment + unit) && (to === null || to >= moment) && (from !== null || to !== null);
}

/** The moment that a time of day or a moment of history names. */
export function askedMoment(window: Window, unit: number): AskedMoment {
  return {
    unit,
    in(extent) {
      const part = window.clip(extent.from, extent.to);
      return part === null ? null : (part.from ?? instant(extent.from));
    },
  };
}
