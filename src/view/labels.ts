/** The words for states, causes, roles and the rest: one place, so that every view says the same. */
import type {
  CauseKind,
  LegKind,
  Participant,
  PhaseState,
  Role,
  RoleBasis,
  Severity,
  Space,
  SpaceSign,
  State,
  ZoneBasis,
} from '#model/index.ts';
import { safe } from './safe.ts';

export const stateWords: Readonly<Record<State, string>> = {
  connecting: 'connecting',
  lobby: 'in the lobby',
  active: 'active',
  unknown: 'not known',
};

/** One word for a state, in columns. */
export const stateNames: Readonly<Record<State, string>> = {
  connecting: 'connecting',
  lobby: 'lobby',
  active: 'active',
  unknown: 'unknown',
};

export const roleWords: Readonly<Record<Role, string>> = { guest: 'guest', host: 'host', unknown: 'role not known' };

/** One word for a role, in columns. */
export const roleNames: Readonly<Record<Role, string>> = { guest: 'guest', host: 'host', unknown: '?' };

export const kindWords: Readonly<Record<LegKind, string>> = {
  sip: 'SIP',
  web: 'web',
  recorder: 'recorder',
  streamer: 'streamer',
  unknown: '',
};

export const phaseWords: Readonly<Record<PhaseState | 'grace', string>> = {
  'lobby-only': 'everybody waits in the lobby',
  active: 'active',
  unknown: 'not known',
  grace: 'no host any more, not yet back to the lobby',
};

export const basisWords: Readonly<Record<RoleBasis, string>> = {
  deactivated: 'was deactivated',
  'released-others': 'released others by joining',
  'last-activator-left': 'sent others to the lobby by leaving',
  'joined-active-alone': 'a guest was let in while nobody else could have activated',
  configuration: 'by the configuration',
};

export const zoneBasisWords: Readonly<Record<ZoneBasis, string>> = {
  option: 'as given',
  log: 'proven by the log',
  assumed: 'assumed: the log names no zone',
};

/** Why a state began, in a few words; `by` is the name of the activator where one is known. */
export function causeWords(kind: CauseKind, by: string | null): string {
  switch (kind) {
    case 'call-set-up':
      return 'call set up';
    case 'joined-without-activator':
      return 'joined, no host there';
    case 'joined-active':
      return 'joined';
    case 'activator-joined':
      return by === null ? 'a host joined' : `host ${by} joined`;
    case 'last-activator-left':
      return by === null ? 'the last host left' : `last host ${by} left`;
    case 'released-without-activator':
      return 'released, no host joined at that moment';
    case 'deactivated-with-activator':
      return 'sent to the lobby with a host there (lock, moved by hand, or another Call Bridge)';
    case 'log-starts':
      return 'the log does not tell';
  }
}

export const severityWords: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** What happened to a space as a whole, in columns: a word, and the rest of the sentence. */
export function signWords(sign: SpaceSign): { readonly what: string; readonly why: string } {
  switch (sign.kind) {
    case 'locked':
      return { what: 'locked', why: 'who joins may have to wait until it is unlocked' };
    case 'unlocked':
      return { what: 'unlocked', why: '' };
    case 'configuration-changed':
      return { what: 'changed', why: `${safe(sign.what)}, by ${safe(sign.by)}` };
    case 'moved':
      return { what: 'moved', why: `leg ${sign.leg.slice(0, 8)}, by ${safe(sign.user)}` };
  }
}

/** What to call a space. Safe to print, never empty. */
export function spaceLabel({ name }: Pick<Space, 'name'>): string {
  return name === null || name.trim() === '' ? 'space without a name' : safe(name);
}

/** What to call a participant: display name, else name, else the call leg shortened. Safe to print, never empty. */
export function laneLabel({ name, leg }: Participant): string {
  const best = [leg.displayName, name].find((candidate) => candidate != null && candidate.trim() !== '');
  if (best != null) return safe(best);
  if (leg.callLegId !== null) return `leg ${leg.callLegId.slice(0, 8)}`;
  return leg.callNumber === null ? 'no name' : `call ${leg.callNumber}`;
}
