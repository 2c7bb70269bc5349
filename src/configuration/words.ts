/** The words for values and their origins, for sentences. */
import type { LevelName, Resolved, UnknownReason } from '#model/verdict.ts';

const levels: Readonly<Record<LevelName, string>> = {
  global: 'the system profiles',
  tenant: 'the tenant',
  coSpace: 'the space',
  accessMethod: 'the access method',
  coSpaceUser: 'the member',
};

const reasons: Readonly<Record<UnknownReason, string>> = {
  'not-given': 'not among the answers',
  missing: 'does not exist',
  abridged: 'given only in part',
  illegible: 'illegible',
};

/** A level, as sentences name it. */
export function levelName(level: LevelName): string {
  return levels[level];
}

/** A reason for not knowing, to stand behind "is", or alone where it has its own verb. */
export function reasonName(why: UnknownReason): string {
  return reasons[why];
}

/** A resolved parameter with its origin: `needsActivation=true from the space (d4bfe12d)`. */
export function originOf<T>(name: string, resolved: Resolved<T>): string {
  switch (resolved.state) {
    case 'set':
      return `${name}=${String(resolved.value)} from ${levels[resolved.level]} (${short(resolved.profile)})`;
    case 'unset':
      return `${name} is set at no level`;
    case 'unknown': {
      const level = levels[resolved.level];
      if (resolved.profile === null) return `${name} is unknown: what is attached to ${level} is ${reasons[resolved.why]}`;
      const verb = resolved.why === 'missing' ? '' : 'is ';
      return `${name} is unknown: profile ${short(resolved.profile)} of ${level} ${verb}${reasons[resolved.why]}`;
    }
  }
}

/** The first part of a GUID; other ids stay whole. */
export function short(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(0, 8) : id;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
