/** Identities that CMS writes. Branded, so that one cannot stand in for another by accident. */

declare const shape: unique symbol;

/** A GUID in lower case with its hyphens: call legs, spaces, conferences, API calls. */
export type Guid = string & { readonly [shape]: 'guid' };

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is a GUID in its normal form. */
export function isGuid(text: string): text is Guid {
  return text.length === 36 && guid.test(text);
}

/** The normal form of a GUID in any case, or null when the text is none. */
export function toGuid(text: string): Guid | null {
  if (isGuid(text)) return text;
  const lower = text.toLowerCase();
  return isGuid(lower) ? lower : null;
}
