/**
 * Documents call profiles by their part: "the guest callLegProfile (d4bf…) is used". Where such a profile itself is not shown, its name
 * in the prose is taken for what it does, and said so.
 */
import { toGuid } from '#model/identity.ts';

export interface ProseHint {
  readonly profile: string;
  readonly part: 'guest' | 'host';
}

const hint = /\b(guest|host)[^\w<>]{0,6}callLegProfiles?[^\w<>]{0,8}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/gi;

/** What the prose of a text calls guest and host; profiles that it calls both are left out. */
export function proseHints(text: string): readonly ProseHint[] {
  const parts = new Map<string, Set<'guest' | 'host'>>();
  for (const [, part = '', id = ''] of text.matchAll(hint)) {
    const profile = toGuid(id) ?? id;
    parts.set(profile, (parts.get(profile) ?? new Set()).add(part.toLowerCase() === 'guest' ? 'guest' : 'host'));
  }
  return [...parts].flatMap(([profile, called]) => (called.size === 1 ? [...called].map((part) => ({ profile, part })) : []));
}
