/** What a Call Bridge writes, with exactly the words of the facts. */
import type { Happening, Leg, LegKind, Room, Space } from '../world/model.ts';
import type { Release } from '../world/script.ts';
import { audit, info, type Message, other } from './message.ts';
import { noise } from './noise.ts';

const BROWSERS = ['Chrome', 'Firefox', 'Safari', 'Edge'] as const;

function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function clientLabel(leg: Leg): string {
  if (leg.medium === 'streamer') return `Streaming client (${leg.apiLeg})`;
  return leg.medium === 'recorder' ? `Recording client (${leg.apiLeg})` : 'Web client';
}

function allocated(leg: Leg, release: Release): string {
  if (release !== '3.8') return `allocated for ${leg.user} "${clientLabel(leg)}" conference participation`;
  const browser = BROWSERS[leg.index % BROWSERS.length] ?? 'Chrome';
  return `allocated for ${leg.user} / "${leg.display ?? ''}" conference participation (${browser})`;
}

function joinCall(leg: Leg): string {
  return `Participant ${leg.display ?? ''} performed action of join call`;
}

function authenticated(leg: Leg): string {
  const { apiCall, correlator } = leg.space;
  return `Got authenticated JWT for ${leg.user} callbridge ${correlator} call ${apiCall} participant ${leg.id} tracing 0`;
}

function incoming(leg: Leg): string {
  const encrypted = leg.index % 2 === 0 ? 'encrypted ' : '';
  const dialled = leg.dialled ?? 'nobody@cms.example';
  return `incoming ${encrypted}SIP call from "sip:${leg.user}" to local URI "sip:${dialled}"`;
}

function outgoing(leg: Leg): string {
  const from = leg.medium === 'gateway' ? '' : ` from space "${leg.space.name}"`;
  return `outgoing SIP call to "${leg.user}"${from}`;
}

function configured(leg: Leg): string {
  const callId = leg.sipCallId === null ? '' : ` with SIP call ID "${leg.sipCallId}"`;
  return `configured - API call leg ${leg.id}${callId}`;
}

function ending(at: number, leg: Leg, reason: string, answered: boolean): string {
  const lasted = duration(at - leg.setUpAt);
  return `ending; ${reason} - ${answered ? `connected for ${lasted}` : `not connected after ${lasted}`}`;
}

function account(leg: Leg): Message[] {
  return [
    info(`guest login request ${leg.index}: resolution in progress`),
    info(`created guest account with user ID "${leg.user}"`),
    info(`instantiating user "${leg.user}"`),
  ];
}

function accountOver(leg: Leg): Message[] {
  const name = leg.display ?? clientLabel(leg);
  return [
    info(`removing guest account '${leg.user}' (name '${name}') on call drop`),
    info(`destroying guest account with user ID "${leg.user}"`),
  ];
}

function lockMessage(room: Room, locked: boolean): string {
  return `conference ${room.id}: lock state has changed to ${locked ? 'locked' : 'unlocked'}`;
}

/** The start of every conference: the lock of a moment is noise. */
function opened(space: Space, room: Room, locked: boolean): Message[] {
  // On a further bridge of a locked conference the lock lasts.
  const unlocked = locked ? [] : [info(lockMessage(room, false))];
  return [
    info(`conference ${room.id}: locked due to lack of lock consensus`),
    info(lockMessage(room, true)),
    info(`API "${space.name}" Space GUID: ${space.id} <--> Call Correlator GUID: ${space.correlator}<--> Internal GUID: ${room.id}`),
    ...unlocked,
    info(`conference ${room.id} has control/media GUID: ${room.media}`),
    info(`conference ${room.id} named "${space.name}"`),
  ];
}

function viaOf(leg: Leg, release: Release): string {
  if (leg.sipCallId !== null) return 'SIP';
  return release === '3.8' ? 'WB3' : 'XMPP';
}

const LEG_MESSAGES: { readonly [Kind in LegKind]: (leg: Leg, release: Release) => Message[] } = {
  incoming: (leg) => [info(`call ${leg.number}: ${incoming(leg)}`)],
  outgoing: (leg) => [info(`call ${leg.number}: ${outgoing(leg)}`)],
  ringing: (leg) => [info(`call ${leg.number}: SIP call ringing`)],
  media: (leg) => {
    const what = leg.sipCallId === null ? 'combined' : 'UDT';
    return [info(`call ${leg.number}: setting up ${what} RTP session for DTLS (combined media and control)`)];
  },
  configured: (leg) => [info(`call ${leg.number}: ${configured(leg)}`)],
  allocated: (leg, release) => [info(`call ${leg.number}: ${allocated(leg, release)}`)],
  'prompt-over': (leg) => [info(`call ${leg.number}: audio prompt play time out`)],
  account,
  session: (leg) => {
    if (leg.user.startsWith('guest')) return [info(`new session created for user "${leg.user}"`)];
    return [info(`successful login request from ${leg.user}`), info(`new session created for user "${leg.user}"`)];
  },
  configuring: (leg) => [info(`configuring call ${leg.id} to be deactivated`)],
  ceasing: (leg) => [info(`call ${leg.id} ceasing to be deactivated`)],
  joined: (leg) => [audit(`participant "${leg.user}" joined space ${leg.space.id} (${leg.space.name})`)],
  left: (leg) => [audit(`participant "${leg.user}" left space ${leg.space.id} (${leg.space.name})`)],
  'session-over': (leg) => [info(`user "${leg.user}": deactivating due to session resource teardown`)],
  'tearing-down': (leg) => [info(`call ${leg.number}: tearing down ("${leg.user}" conference media)`)],
  destroying: (leg) => [info(`call ${leg.number}: destroying API call leg ${leg.id}`)],
  'account-over': accountOver,
  'web-join': (leg) => [
    other('local0.info', 'client_backend', ` INFO : WebApp Audit : Session: ${leg.space.correlator} : ${joinCall(leg)}`),
    other('user.info', 'client_backend', ` INFO : WebSocket : ${authenticated(leg)}`),
  ],
  'web-leave': (leg) => {
    const who = `Participant ${leg.display ?? ''}(${leg.id})`;
    const text = ` INFO : WebApp Audit : Session: ${leg.space.correlator} : ${who} performed action of leave call`;
    return [other('local0.info', 'client_backend', text)];
  },
  sharing: (leg) => [
    info(`call ${leg.number}: new video presentation request from user "${leg.user}"`),
    info(`call ${leg.number}: becoming floor`),
  ],
  'dialled-out': (leg, release) => {
    const what = release === '2.1' ? 'call leg' : 'participant';
    return [audit(`10.0.0.9: API user "admin" created new ${what} ${leg.apiLeg}, call ${leg.space.apiCall}`)];
  },
};

/** The messages of one happening; `utc` is the time on the box's own clock. */
export function messagesOf(happening: Happening, release: Release, utc: number): Message[] {
  const { what } = happening;
  switch (what.kind) {
    case 'in-conference': {
      const { leg, room } = what;
      return [info(`participant "${leg.user}" (${leg.id}) joined conference ${room.id} via ${viaOf(leg, release)}`)];
    }
    case 'api-leg':
      return [info(`API call leg ${what.leg.apiLeg} in call ${what.room.id} (API call ${what.leg.space.apiCall})`)];
    case 'ending':
      return [info(`call ${what.leg.number}: ${ending(happening.at, what.leg, what.reason, what.answered)}`)];
    case 'move': {
      const { leg, to } = what;
      return [
        info(`move participant operation: moving WC3 participant ${leg.id} (${leg.user}) (homed on this callbridge) to call ${to.apiCall}`),
      ];
    }
    case 'opened':
      return release === '2.1' ? [] : opened(what.space, what.room, what.locked);
    case 'closed':
      return release === '2.1' ? [] : [info(`conference ${what.room.media} destroyed`)];
    case 'lock':
      return [info(lockMessage(what.room, what.locked))];
    case 'unencrypted':
      return [info(`conference "${what.space.name}": unencrypted call legs now present`)];
    case 'streaming':
      return [info(`starting automatic streaming (space '${what.space.name}')`)];
    case 'modified':
      return [audit(`10.0.0.9: API user "admin" modified space ${what.space.id} (${what.space.name})`)];
    case 'forwarding':
      return [info(`forwarding call to '${what.from}' to '${what.to}'`)];
    case 'noise':
      return [noise(what.what, what.salt, utc)];
    default:
      return LEG_MESSAGES[what.kind](what.leg, release);
  }
}
