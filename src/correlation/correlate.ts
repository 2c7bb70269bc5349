/**
 * The fold over events: legs, presences and meetings. Meetings are handed over as soon as they are over and their last
 * lines are in, so that memory holds only what is open on the bridges.
 */
import type { CmsEvent, EventKind, Instant, MeetingFacts, StrayLeg } from '#model/index.ts';
import { type ActedUpon, actsUpon, fromCalls } from './acted-upon.ts';
import { settleDeactivated } from './adjacency.ts';
import * as calls from './calls.ts';
import * as conferences from './conferences.ts';
import { type Bridge, hasTime, type LegDraft, type MeetingDraft, newBridge, signalOf, type Timed } from './draft.ts';
import { forget, lastLinesAreIn } from './legs.ts';
import { limits } from './limits.ts';
import { closePresence, meetingIn, newSpaces, spaceBy } from './meetings.ts';
import * as participants from './participants.ts';
import { legFacts, type Numbering, settle } from './settle.ts';
import { signal } from './signals.ts';

export interface CorrelationOptions {
  /** Whether legs carry what ties their identities. */
  readonly keepTies: boolean;
}

export interface CorrelationOutput {
  meeting(facts: MeetingFacts): void;
  /** A leg that ended without having joined a space. */
  stray(leg: StrayLeg): void;
}

export interface Correlation {
  step(event: CmsEvent): void;
  /**
   * A record of a kind that is not acted upon: time passes, nothing else. The same as a step with its event, which then need not
   * be made.
   * @param at null = the record has no time
   */
  pass(kind: EventKind, host: string | null, at: Instant | null): void;
  /** The log is over: what is open is handed over as open. */
  finish(): void;
}

/** Begins a correlation. Events come in the order of the log of each host. */
export function correlate(output: CorrelationOutput, { keepTies }: CorrelationOptions = { keepTies: true }): Correlation {
  const spaces = newSpaces();
  const bridges = new Map<string | null, Bridge>();
  const numbering: Numbering = { next: 0 };

  /** The one that spoke last: most often it goes on. */
  let speaking: Bridge | null = null;

  function bridgeOf(host: string | null): Bridge {
    if (speaking !== null && speaking.host === host) return speaking;
    speaking = bridges.get(host) ?? newBridge(host, keepTies);
    bridges.set(host, speaking);
    return speaking;
  }

  function handOver(now: number): void {
    for (let { first } = spaces.closing; first !== undefined && first.settledAfter < now; { first } = spaces.closing) {
      settleElsewhere(first);
      // It may go on after all.
      if (spaces.closing.first !== first) continue;
      spaces.closing.shift();
      output.meeting(settle(first, numbering));
    }
  }

  /** On a Call Bridge that has said nothing since the meeting ended no time has passed: what waits there about it is decided now. */
  function settleElsewhere({ hosts, settledAfter }: MeetingDraft): void {
    for (const host of hosts) {
      const bridge = bridges.get(host);
      if (bridge !== undefined && bridge.deactivated.length > 0)
        settleDeactivated(spaces, bridge, settledAfter - limits.settling + limits.sameJoin);
    }
  }

  /** Whatever waited for another line of the same moment is decided once the moment is over. */
  function passTime(bridge: Bridge, now: number): void {
    if (now <= bridge.lastSeen) return;
    bridge.lastSeen = now;
    if (bridge.deactivated.length > 0) settleDeactivated(spaces, bridge, now - limits.sameJoin);
    if (bridge.doubtful.size > 0) participants.giveUpDoubt(spaces, bridge, now - limits.sameJoin);
    settleEndings(bridge, now - limits.sameJoin);
    bridge.departures.forget(now - limits.sameJoin);
    if (spaces.closing.size > 0) handOver(now);
  }

  /** A leg is over, and no `left space` came: one facility is missing, or the record is lost. The end of the leg counts. */
  function settleEndings(bridge: Bridge, before: number): void {
    for (let leg = bridge.ending.first; leg?.ended != null && leg.ended.at < before; leg = bridge.ending.first) {
      lastLinesAreIn(bridge);
      endUnseen(leg);
    }
  }

  function endUnseen(leg: LegDraft): void {
    const { presence } = leg;
    if (presence?.open === true && leg.ended !== null) closePresence(spaces, presence, signalOf(leg.ended, 'left'));
    if (presence === null && leg.orphanOf === null && leg.signals.length === 0) {
      output.stray({ leg: legFacts(leg, numbering) });
      forget(leg);
    }
  }

  function comeTo(kind: EventKind, host: string | null, at: Instant): Bridge {
    const bridge = bridgeOf(host);
    passTime(bridge, at);
    if (!bridge.callsLogged && fromCalls(kind)) bridge.callsLogged = true;
    return bridge;
  }

  function step(event: CmsEvent): void {
    const { record, kind } = event;
    if (!hasTime(record)) return;
    const bridge = comeTo(kind, record.host, record.at);
    if (actsUpon(event)) take(bridge, event, record);
  }

  function take(bridge: Bridge, event: ActedUpon, record: Timed): void {
    // Activation alone changes nothing in who is there.
    if (event.kind !== 'leg-deactivated' && event.kind !== 'leg-activated') bridge.changes += 1;
    switch (event.kind) {
      case 'call-incoming':
        return calls.incoming(spaces, bridge, event, record);
      case 'call-outgoing':
        return calls.outgoing(spaces, bridge, event, record);
      case 'call-allocated':
        return calls.allocated(spaces, bridge, event, record);
      case 'call-configured':
        return calls.configured(bridge, event, record);
      case 'leg-in-conference':
        return calls.inConference(bridge, event, record);
      case 'call-ending':
        calls.ending(bridge, event, record);
        return afterEnd(bridge);
      case 'call-torn-down':
        calls.tornDown(bridge, event, record);
        return afterEnd(bridge);
      case 'call-leg-destroyed':
        calls.destroyed(bridge, event, record);
        return afterEnd(bridge);
      case 'web-app-token':
        return calls.token(bridge, event, record);
      case 'guest-account-removed':
        return calls.accountRemoved(bridge, event.user, event.displayName, record);
      case 'leg-deactivated':
        return signal(spaces, bridge, 'deactivated', event.leg, record);
      case 'leg-activated':
        return signal(spaces, bridge, 'activated', event.leg, record);
      case 'participant-joined-space':
        return participants.joinedSpace(spaces, bridge, event, record);
      case 'participant-joined-conference':
        return participants.joinedConference(spaces, bridge, event, record);
      case 'participant-left-space':
        return participants.leftSpace(spaces, bridge, event, record);
      case 'participant-moving':
        return conferences.moving(bridge, event, record);
      case 'conference-correlated':
        return conferences.correlated(spaces, bridge, event);
      case 'conference-named':
        return conferences.named(bridge, event);
      case 'conference-media':
        return conferences.controlled(bridge, event);
      case 'conference-destroyed':
        return conferences.conferenceDestroyed(spaces, bridge, event, record);
      case 'conference-lock-changed':
        return conferences.lockChanged(bridge, event, record);
      case 'streaming-started':
        return conferences.streamingStarted(bridge, event.spaceName, 'streamer', record);
      case 'recording-started':
        return conferences.streamingStarted(bridge, event.spaceName, 'recorder', record);
      case 'api-participant-created': {
        bridge.invitedAt = record.at;
        const meeting = conferences.meetingOfApiCall(bridge, event.apiCall);
        return conferences.administered(spaces, record, { by: event.apiUser, what: 'created a participant', meeting });
      }
      case 'api-call-modified': {
        const meeting = conferences.meetingOfApiCall(bridge, event.apiCall);
        return conferences.administered(spaces, record, { by: event.apiUser, what: 'modified the call', meeting });
      }
      case 'api-space-modified': {
        const { meeting } = spaceBy(spaces, event.space, event.space, event.spaceName);
        return conferences.administered(spaces, record, { by: event.apiUser, what: 'modified the space', meeting });
      }
      case 'api-profile-created':
        return conferences.administered(spaces, record, { by: event.apiUser, what: 'created a call leg profile', meeting: 'all' });
    }
  }

  /** The leg that just ended may settle a departure of the same moment. */
  function afterEnd(bridge: Bridge): void {
    const leg = bridge.ending.last;
    if (leg !== undefined && bridge.doubtful.size > 0) participants.settleDoubtful(spaces, bridge, leg);
  }

  function finish(): void {
    for (const bridge of bridges.values()) {
      settleDeactivated(spaces, bridge, Number.POSITIVE_INFINITY);
      participants.giveUpDoubt(spaces, bridge, Number.POSITIVE_INFINITY);
      settleEndings(bridge, Number.POSITIVE_INFINITY);
    }
    handOver(Number.POSITIVE_INFINITY);
    for (const bridge of bridges.values()) keepUnattributed(bridge);
    for (const space of spaces.byKey.values()) {
      if (space.meeting !== null) output.meeting(settle(space.meeting, numbering));
      space.meeting = null;
    }
    for (const bridge of bridges.values()) {
      for (const leg of bridge.calls.values()) {
        if (leg.presence === null && leg.setUp !== null) output.stray({ leg: legFacts(leg, numbering) });
      }
    }
  }

  /** Legs of which the log tells neither participant nor space are still shown: their states are known. */
  function keepUnattributed(bridge: Bridge): void {
    for (const leg of bridge.unattributed) {
      if (leg.presence !== null || leg.orphanOf !== null) continue;
      const meeting = meetingIn(spaceBy(spaces, `${bridge.host}/`, null, null));
      meeting.orphans.add(leg);
      meeting.startKnown = false;
      if (bridge.host !== null) meeting.hosts.add(bridge.host);
    }
  }

  return {
    step,
    pass(kind, host, at) {
      if (at !== null) comeTo(kind, host, at);
    },
    finish,
  };
}
