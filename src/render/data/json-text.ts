/** Data as JSON text that is plain in every terminal and editor. */

/** C1 controls, and what turns the writing direction, hides, or breaks lines: JSON allows them raw, terminals obey them. */
const unsafe = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/**
 * JSON in which every such sign is written as `\u....`: the same value to any reader.
 * @param indent blanks of each level; 0 = one line
 */
export function jsonText(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent).replace(unsafe, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
