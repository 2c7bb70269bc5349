/**
 * A document or a log may hold several answers for one space: the same one twice, one that says more, or one from before a change.
 * Answers that agree on everything that decides access are one version; others are versions of their own, each with its own verdict.
 */
import type { RawObject } from './answer.ts';

/** One version of a space, and what is known of it so far. */
export interface SpaceVersion {
  readonly id: string;
  raw: RawObject;
}

export interface SpaceVersions {
  add(raw: RawObject): SpaceVersion;
  readonly byId: ReadonlyMap<string, readonly SpaceVersion[]>;
}

const decisive = ['uri', 'secondaryUri', 'callId', 'passcode', 'callLegProfile', 'callProfile', 'tenant', 'nonMemberAccess'];

/** Sorts answers for spaces into versions, in constant time each. */
export function spaceVersions(): SpaceVersions {
  const byId = new Map<string, SpaceVersion[]>();
  const bySignature = new Map<string, SpaceVersion>();
  return {
    byId,
    add(raw) {
      const versions = byId.get(raw.id) ?? [];
      byId.set(raw.id, versions);
      const signature = `${raw.id} ${signatureOf(raw)}`;
      const last = versions.at(-1);
      // An abridged item says less than a full answer, it does not contradict it.
      const same = raw.full && last?.raw.full !== false ? bySignature.get(signature) : last;
      const version = same ?? { id: raw.id, raw };
      if (same === undefined) versions.push(version);
      else same.raw = merged(same.raw, raw);
      if (version.raw.full) bySignature.set(`${raw.id} ${signatureOf(version.raw)}`, version);
      return version;
    },
  };
}

/** Everything that decides access, as one text. */
function signatureOf(raw: RawObject): string {
  return JSON.stringify(decisive.map((field) => decisiveValue(raw, field)));
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
