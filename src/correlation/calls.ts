/** Events of calls: set up, named, ended. */
import type { EventOf, LegKind } from '#model/index.ts';
import { conferenceBy } from './conferences.ts';
import { type Bridge, type LegDraft, newLeg, sign, type Timed, tie } from './draft.ts';
import { awaitJoining, bindNumber, endLeg, legById, legByNumber } from './legs.ts';
import { limits } from './limits.ts';
import { closePresence, type Spaces } from './meetings.ts';

/**
 * A call is set up. Call numbers only grow while a Call Bridge runs: a smaller one than the last means that it was
 * restarted, and nobody of before is there any more (facts: call numbers restart at a reboot).
 */
function setUp(spaces: Spaces, bridge: Bridge, record: Timed, number: number, kind: LegKind): LegDraft | null {
  const known = bridge.calls.get(number);
  if (known?.setUp?.at === record.at) return null; // the same record twice
  if (startsAgain(bridge, number, record.at)) restart(spaces, bridge);
  bridge.lastNumber = number;
  bridge.lastSetUp = record.at;
  const open = bridge.calls.get(number);
  if (open !== undefined && open.setUp === null && open.ended === null) {
    open.setUp = sign(record); // lines of another order: named before it was set up
    if (open.kind === 'unknown') open.kind = kind;
    return open;
  }
  const leg = newLeg(bridge, kind, sign(record));
  leg.callNumber = number;
  bridge.calls.set(number, leg);
  return leg;
}

/** Two calls of one moment may be logged in either order; a restart takes longer. */
function startsAgain(bridge: Bridge, number: number, at: number): boolean {
  return number <= bridge.lastNumber && at - bridge.lastSetUp > limits.restart;
}

function restart(spaces: Spaces, bridge: Bridge): void {
  for (const presence of [...bridge.present]) closePresence(spaces, presence, null);
  bridge.calls.clear();
  bridge.legs.clear();
  bridge.waiting.clear();
  bridge.conferences.clear();
  bridge.apiCalls.clear();
  bridge.deactivated.length = 0;
  bridge.expected.clear();
  bridge.ending.clear();
  bridge.endingUnseen.clear();
  bridge.endingNameless.clear();
}

export function incoming(spaces: Spaces, bridge: Bridge, event: EventOf<'call-incoming'>, record: Timed): void {
  const leg = setUp(spaces, bridge, record, event.call, 'sip');
  if (leg === null) return;
  leg.address = event.from;
  leg.dialled = event.dialled;
  tie(leg, ['call-number', event.call], ['address', event.from], 'stated', [record]);
  awaitJoining(leg);
}

export function outgoing(spaces: Spaces, bridge: Bridge, event: EventOf<'call-outgoing'>, record: Timed): void {
  const leg = setUp(spaces, bridge, record, event.call, machineKind(bridge, event, record) ?? 'sip');
  if (leg === null) return;
  leg.address = event.to;
  if (leg.kind !== 'sip' && machineByName(event.to) === null) bridge.supposedMachine = leg;
  tie(leg, ['call-number', event.call], ['address', event.to], 'stated', [record]);
  awaitJoining(leg);
}

/** From 3.0 recorders and streamers are dialled from the space right after the start was logged (inferred from excerpts). */
function machineKind(bridge: Bridge, event: EventOf<'call-outgoing'>, record: Timed): LegKind | null {
  const invited = bridge.invitedAt !== null && record.at - bridge.invitedAt <= limits.streamerDialled;
  const named = machineByName(event.to);
  if (named === null && invited) bridge.invitedAt = null;
  if (event.spaceName === null || (named === null && invited)) return named;
  const start = bridge.starts.get(event.spaceName);
  if (start === undefined || record.at - start.at > limits.streamerDialled) return named;
  bridge.starts.delete(event.spaceName);
  return start.kind;
}

/** A recorder or streamer came by name: it is what was started before, and nobody else is (its space is not named). */
function takeStart(bridge: Bridge, kind: LegKind, at: number): void {
  for (const [spaceName, start] of bridge.starts) {
    if (start.kind !== kind || at - start.at > limits.streamerDialled) continue;
    bridge.starts.delete(spaceName);
    return;
  }
}

/** Labels and addresses that give a recorder or streamer away. Seen: `Streaming client (…)`; the others are inferred. */
export function machineByName(name: string): LegKind | null {
  if (!/^[sr]/iu.test(name)) return null;
  if (/^streaming client\b/iu.test(name)) return 'streamer';
  if (/^record(?:ing|er) client\b/iu.test(name)) return 'recorder';
  const local = name.slice(0, name.includes('@') ? name.indexOf('@') : undefined);
  if (/^(?:streamer|streaming)(?:[-_.]?\d*)$/iu.test(local)) return 'streamer';
  if (/^(?:recorder|recording)(?:[-_.]?\d*)$/iu.test(local)) return 'recorder';
  return null;
}

export function allocated(spaces: Spaces, bridge: Bridge, event: EventOf<'call-allocated'>, record: Timed): void {
  const machine = machineByName(event.client ?? '');
  if (machine !== null) {
    takeForPerson(bridge.supposedMachine);
    takeStart(bridge, machine, record.at);
  }
  const leg = setUp(spaces, bridge, record, event.call, machine ?? 'web');
  if (leg === null) return;
  leg.user = event.user;
  leg.displayName = event.displayName;
  tie(leg, ['call-number', event.call], ['user', event.user], 'stated', [record]);
  if (event.displayName !== null) tie(leg, ['user', event.user], ['display-name', event.displayName], 'stated', [record]);
  awaitJoining(leg);
}

export function configured(bridge: Bridge, event: EventOf<'call-configured'>, record: Timed): void {
  const leg = bindNumber(bridge, event.call, event.leg);
  tie(leg, ['call-number', event.call], ['call-leg', event.leg], 'stated', [record]);
  if (event.sipCallId !== null) {
    leg.sipCallId = event.sipCallId;
    if (leg.kind === 'unknown') leg.kind = 'sip';
    tie(leg, ['call-leg', event.leg], ['sip-call-id', event.sipCallId], 'stated', [record]);
  }
}

export function inConference(bridge: Bridge, event: EventOf<'leg-in-conference'>, record: Timed): void {
  const leg = legById(bridge, event.leg);
  leg.conference = event.conference;
  if (bridge.apiCalls.get(event.apiCall) !== event.conference) {
    bridge.apiCalls.set(event.apiCall, event.conference);
    conferenceBy(bridge, event.conference).apiCalls.add(event.apiCall);
  }
  tie(leg, ['call-leg', event.leg], ['conference', event.conference], 'stated', [record]);
}

export function ending(bridge: Bridge, event: EventOf<'call-ending'>, record: Timed): void {
  const leg = legByNumber(bridge, event.call, 'sip');
  if (event.outcome === 'not connected' && leg.presence === null) leg.neverConnected = true;
  endLeg(leg, record, event.reason);
}

export function tornDown(bridge: Bridge, event: EventOf<'call-torn-down'>, record: Timed): void {
  const leg = legByNumber(bridge, event.call, 'web');
  if (leg.user === null && event.user !== '') {
    leg.user = event.user;
    tie(leg, ['call-number', event.call], ['user', event.user], 'stated', [record]);
  }
  endLeg(leg, record, null);
}

export function destroyed(bridge: Bridge, event: EventOf<'call-leg-destroyed'>, record: Timed): void {
  const leg = bindNumber(bridge, event.call, event.leg);
  tie(leg, ['call-number', event.call], ['call-leg', event.leg], 'stated', [record]);
  endLeg(leg, record, null);
}

/** A web app client says which user has which leg. */
export function token(bridge: Bridge, event: EventOf<'web-app-token'>, record: Timed): void {
  const leg = legById(bridge, event.leg);
  leg.user ??= event.user;
  if (leg.kind === 'unknown') leg.kind = 'web';
  tie(leg, ['call-leg', event.leg], ['user', event.user], 'stated', [record]);
}

/** The account of a web guest carries the display name. */
export function accountRemoved(bridge: Bridge, user: string, displayName: string, record: Timed): void {
  const present = bridge.present.named(user.toLowerCase());
  for (const leg of [...Array.from(present, (presence) => presence.leg), ...(bridge.endingNameless.get(user) ?? [])]) {
    if (leg.displayName === null && (leg.user === user || leg.presence?.name === user)) {
      leg.displayName = displayName;
      tie(leg, ['user', user], ['display-name', displayName], 'stated', [record]);
    }
  }
}

/** What was taken for a recorder or streamer is none: another is, or it waits for an activator, which machines never do (inferred). */
export function takeForPerson(leg: LegDraft | null): void {
  if (leg === null || leg.bridge.supposedMachine !== leg) return;
  leg.kind = 'sip';
  leg.bridge.changes += 1;
  leg.bridge.supposedMachine = null;
}
