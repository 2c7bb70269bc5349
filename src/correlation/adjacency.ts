/**
 * gen-1 (2.0, 2.1) ties a leg to its participant by neighbourhood only: `configuring call L to be deactivated` stands
 * 0 to 1 ms before `participant "X" joined space S`. Several guests of one millisecond come in the same order (inferred).
 *
 * The same line also sends people back to the lobby when the last activator leaves. Which of the two it was is known only
 * when the moment is over: a line that no joining follows was about somebody who is there already.
 */
import type { Bridge, LegDraft, MeetingDraft, Nameless, Timed } from './draft.ts';
import { limits, near } from './limits.ts';
import { eliminate, isNameless, loseTrack } from './elimination.ts';
import { attribute, isClosing, reopen, type Spaces } from './meetings.ts';

/** A leg of unknown participant, deactivated a moment ago. */
export interface Deactivated {
  readonly leg: LegDraft;
  /** Whom it belongs to if nobody joins: the meeting whose activator left in this moment. */
  readonly meeting: MeetingDraft | null;
}

/** The leg that was deactivated for the participant who joins now, or null. */
export function adjacentLeg(bridge: Bridge, record: Timed): LegDraft | null {
  const fits = ({ leg }: Deactivated): boolean => {
    const last = leg.signals.at(-1);
    return leg.presence === null && last?.kind === 'deactivated' && near(last.at, record.at, limits.adjacent, record.precision);
  };
  const queue = bridge.deactivated;
  const fresh = queue.findIndex((entry) => entry.meeting === null && fits(entry));
  // Where somebody may have been sent back in the same moment, the one who joins stands last.
  const last = queue.findLastIndex(fits);
  const index = fresh >= 0 && (fresh === last || !somebodyNameless(bridge)) ? fresh : last;
  const leg = queue.splice(index, index < 0 ? 0 : 1)[0]?.leg ?? null;
  if (leg !== null) bridge.expected.delete(leg);
  return leg;
}

function somebodyNameless(bridge: Bridge): boolean {
  for (const presence of bridge.present) if (isNameless(presence)) return true;
  return false;
}

/** A leg of unknown participant was deactivated: the next one who joins may be its participant. */
export function expectJoining(bridge: Bridge, leg: LegDraft, meeting: MeetingDraft | null): void {
  if (bridge.expected.has(leg)) return;
  bridge.expected.add(leg);
  bridge.deactivated.push({ leg, meeting });
}

/** A record told that the participant has another leg: this one waits for its own again. */
export function giveBack(bridge: Bridge, leg: LegDraft): void {
  bridge.expected.add(leg);
  bridge.deactivated.unshift({ leg, meeting: null });
}

/** Nobody joined right behind these lines: they were about people who were there. */
export function settleDeactivated(spaces: Spaces, bridge: Bridge, before: number): void {
  const queue = bridge.deactivated;
  const over = new Set<MeetingDraft>();
  for (let first = queue[0]; first !== undefined && (first.leg.signals.at(-1)?.at ?? before) < before; first = queue[0]) {
    queue.shift();
    const { leg, meeting } = first;
    bridge.expected.delete(leg);
    if (leg.presence !== null || leg.orphanOf !== null || leg.callNumber !== null) continue;
    const theirs = meeting ?? meetingOfReturn(bridge, leg);
    if (theirs === null) bridge.unattributed.add(leg);
    else if (theirs.space.meeting === theirs || !isClosing(spaces, theirs)) attribute(reopen(spaces, theirs), leg);
    else {
      attribute(theirs, leg);
      over.add(theirs);
    }
  }
  for (const meeting of over) {
    eliminate(meeting);
    // It seemed to be over, but more people were there than had been seen.
    if (meeting.orphans.size > 0) reopen(spaces, meeting);
  }
}

/**
 * The meeting of somebody whose leg no record names, sent back some time after the last activator left: the only one with
 * such people, or the only one of them that somebody left a whole number of seconds ago (`deactivationModeTime`).
 * Where neither decides, any of these people may be meant, and they are marked so.
 */
function meetingOfReturn(bridge: Bridge, leg: LegDraft): MeetingDraft | null {
  const signal = leg.signals.at(-1);
  if (signal === undefined) return null;
  const nameless = namelessAt(bridge, signal.order);
  const fitting = nameless.meetings.filter(({ lastLeft }) => lastLeft !== null && isWholeSeconds(signal.at - lastLeft));
  const [only, second] = nameless.meetings.length === 1 ? nameless.meetings : fitting;
  if (only !== undefined && second === undefined) return only;
  if (!nameless.isLost) for (const presence of nameless.presences) loseTrack(presence, signal);
  nameless.isLost = true;
  return null;
}

/** Those of whose legs nothing is known who were there at a record; looked for again only when somebody has come, gone or been named. */
function namelessAt(bridge: Bridge, order: number): Nameless {
  const known = bridge.nameless;
  if (known !== null && known.changes === bridge.changes && known.from < order && known.to > order) return known;
  const all = [...bridge.present, ...bridge.departures].filter(
    (presence) => isNameless(presence) && (presence.joined?.order ?? 0) < order && (presence.left?.order ?? order + 1) > order,
  );
  bridge.nameless = {
    presences: all,
    meetings: [...new Set(all.map(({ meeting }) => meeting))],
    changes: bridge.changes,
    from: order - 1,
    to: all.reduce((first, { left }) => Math.min(first, left?.order ?? first), Number.POSITIVE_INFINITY),
    isLost: false,
  };
  return bridge.nameless;
}

function isWholeSeconds(ms: number): boolean {
  return ms >= 0 && ms % 1000 <= limits.burst;
}
