/**
 * A document or a log may hold several answers for one space: the same one twice, one that says more, or one from before a change.
 * Answers that agree on everything that decides access are one version; others are versions of their own, each with its own verdict.
 */
import type { RawObject } from './answer.ts';

export interface SpaceVersion {
  readonly id: string;
  raw: RawObject;
}

export interface SpaceVersions {
  add(raw: RawObject): SpaceVersion;
  readonly byId: ReadonlyMap<string, readonly SpaceVersion[]>;
}

const decisive = ['uri', 'secondaryUri', 'callId', 'passcode', 'callLegProfile', 'callProfile', 'tenant', 'nonMemberAccess'];

export function spaceVersions(): SpaceVersions {
  const byId = new Map<string, SpaceVersion[]>();
  return {
    byId,
    add(raw) {
      const versions = byId.get(raw.id) ?? [];
      byId.set(raw.id, versions);
      const same = versions.find((version) => compatible(version.raw, raw));
      if (same === undefined) {
        const version = { id: raw.id, raw };
        versions.push(version);
        return version;
      }
      same.raw = merged(same.raw, raw);
      return same;
    },
  };
}

function compatible(a: RawObject, b: RawObject): boolean {
  // An abridged item says less than a full answer, it does not contradict it.
  if (!a.full || !b.full) return true;
  return decisive.every((field) => decisiveValue(a, field) === decisiveValue(b, field));
}

function decisiveValue(raw: RawObject, field: string): string {
  const value = raw.fields.get(field) ?? '';
  if (field === 'nonMemberAccess' && value === '') return 'true';
  return field === 'uri' || field === 'secondaryUri' ? value.toLowerCase() : value;
}

/** Two answers for one object: a full one counts before an abridged one, else the later one; what only one of them says is kept. */
export function merged(before: RawObject, after: RawObject): RawObject {
  if (before.full && !after.full) return before;
  if (!before.full && after.full) return after;
  return { ...after, fields: new Map([...before.fields, ...after.fields]) };
}
