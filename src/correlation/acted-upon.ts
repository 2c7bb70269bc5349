/** Which events correlation does something with. Of the others only the time counts, so that nobody has to make them for it. */
import type { CmsEvent, EventKind, EventOf } from '#model/index.ts';

/** Kinds that say nothing about legs, presences and meetings that other records do not say better. */
const idle = [
  ...(['call-ringing', 'call-prompt-ended', 'call-media', 'call-forwarded', 'call-presentation'] as const),
  ...(['conference-unencrypted', 'conference-lock-consensus', 'conference-bridge'] as const),
  ...(['guest-account-created', 'guest-account-destroyed', 'user-instantiated'] as const),
  ...(['session-created', 'session-ended', 'login-succeeded', 'login-failed', 'web-app-action'] as const),
] as const satisfies readonly EventKind[];

type KindActedUpon = Exclude<EventKind, (typeof idle)[number]>;

/** An event that correlation does something with; what, is the switch in `correlate.ts`, which has a case for each kind. */
export type ActedUpon = { [Kind in KindActedUpon]: EventOf<Kind> }[KindActedUpon];

const idleKinds: ReadonlySet<EventKind> = new Set(idle);

/** Whether correlation does more with this kind of record than to note that time passes. */
export function isActedUpon(kind: EventKind): boolean {
  return !idleKinds.has(kind);
}

export function actsUpon(event: CmsEvent): event is ActedUpon {
  return isActedUpon(event.kind);
}

/** Kinds of records that only the facility with calls and activation writes. */
export function fromCalls(kind: EventKind): boolean {
  return kind.startsWith('call-') || kind.startsWith('leg-') || kind === 'participant-joined-conference';
}
