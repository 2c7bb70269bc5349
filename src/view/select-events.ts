/** Which events belong to what is selected: by every identity that an event and a selected participant share. */
import type { CmsEvent, Guid, Instant, Leg, Space } from '#model/index.ts';
import { presenceOf } from './presence.ts';
import type { Window } from './window.ts';

export interface EventSelection {
  /** What is left of the spaces. */
  readonly spaces: readonly Space[];
  /** true = an event that only names the space or conference belongs to it; false = only events of the participants do. */
  readonly wholeMeetings: boolean;
  readonly window: Window | null;
}

/** A call's last records come a moment behind its leaving, ms. */
const afterwards = 1000;

export function selectEvents(events: readonly CmsEvent[], selection: EventSelection): readonly CmsEvent[] {
  const isKnown = known(selection);
  return events.filter((event) => isInWindow(event, selection.window) && isKnown(event));
}

export function isInWindow({ record }: CmsEvent, window: Window | null): boolean {
  return window === null || (record.at !== null && window.has(record.at));
}

interface Stay {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

function known({ spaces, wholeMeetings }: EventSelection): (event: CmsEvent) => boolean {
  const guids = new Set<Guid>();
  const names = new Set<string>();
  const stays = new Map<string, Stay[]>();
  const stay = (key: string, span: Stay): void => {
    const list = stays.get(key);
    if (list === undefined) stays.set(key, [span]);
    else list.push(span);
  };
  for (const { id, meetings } of spaces) {
    if (wholeMeetings && id !== null) guids.add(id);
    for (const { conferences, participants } of meetings) {
      if (wholeMeetings) for (const conference of conferences) names.add(conference);
      for (const participant of participants) {
        const { leg } = participant;
        const span = presenceOf(participant);
        if (leg.callLegId !== null) guids.add(leg.callLegId);
        for (const key of keysOf(leg, participant.name)) stay(key, span);
      }
    }
  }
  const wasThere = (key: string, at: Instant | null): boolean =>
    stays.get(key)?.some(({ from, to }) => at === null || ((from === null || at >= from) && (to === null || at <= to + afterwards))) ??
    false;
  return (event) =>
    identities(event).some((id) => guids.has(id) || names.has(id)) || keysOfEvent(event).some((key) => wasThere(key, event.record.at));
}

function keysOf({ host, callNumber, user }: Leg, name: string | null): readonly string[] {
  return [
    ...(callNumber === null ? [] : [`call ${host ?? ''} ${callNumber}`]),
    ...(user === null ? [] : [`user ${user}`]),
    ...(name === null ? [] : [`name ${name}`]),
  ];
}

function keysOfEvent(event: CmsEvent): readonly string[] {
  return [
    ...('call' in event ? [`call ${event.record.host ?? ''} ${event.call}`] : []),
    ...('user' in event && event.user !== null ? [`user ${event.user}`] : []),
    ...(event.kind === 'participant-joined-space' || event.kind === 'participant-left-space' ? [`name ${event.name}`] : []),
  ];
}

function identities(event: CmsEvent): readonly Guid[] {
  return [
    ...('leg' in event && event.leg !== null ? [event.leg] : []),
    ...('space' in event ? [event.space] : []),
    ...('conference' in event ? [event.conference] : []),
  ];
}
