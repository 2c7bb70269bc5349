/** GUIDs that a line break went through: the one value in a message whose shape says how its parts belong together. */

/** 32 hexadecimal digits in a row, with what may stand between two of them: a hyphen, a blank, a line break. */
const digits = /(?<![0-9A-Za-z-])[0-9A-Fa-f](?:[ \n-]{0,4}[0-9A-Fa-f]){31}(?![0-9A-Za-z])/g;
/** A message without this has no broken GUID. */
const hint = /[0-9A-Fa-f-] ?\n|- [0-9A-Fa-f]|[0-9A-Fa-f] -/;
/** A hyphen belongs behind so many digits. */
const groups = [8, 12, 16, 20];
const atHyphen = /^(?: ?- ?\n{0,2} ?| ?\n{1,2} ?-? ?)$/;
const insideGroup = /^ ?\n{1,2} ?$/;

export interface BrokenGuid {
  readonly from: number;
  readonly to: number;
  readonly guid: string;
}

/**
 * The broken GUIDs of a message in which `\n` marks where lines ended: hyphens stand where they must (one may be lost with a break),
 * blanks only beside a hyphen or a break.
 */
export function findBrokenGuids(message: string): readonly BrokenGuid[] {
  if (!hint.test(message)) return [];
  return [...message.matchAll(digits)].flatMap((match) => {
    const guid = canonical(match[0]);
    return guid === null ? [] : [{ from: match.index, to: match.index + match[0].length, guid }];
  });
}

const wholeGuid = /[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}/;
const wholeTime = /\d\d:\d\d:\d\d/;

/**
 * Whether a line break at `at` went through a word: a GUID or a time that is whole with the break taken out, and not cut at a hyphen. Only
 * a hard wrap does so.
 */
export function cutsWord(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at);
  if (!isHexOrColon(left) || !isHexOrColon(right)) return false;
  const around = text.slice(Math.max(0, at - 36), at + 36);
  const middle = Math.min(at, 36);
  const found = wholeGuid.exec(around) ?? wholeTime.exec(around);
  return found !== null && found.index < middle && found.index + found[0].length > middle;
}

function isHexOrColon(code: number): boolean {
  return (code >= 0x30 && code <= 0x3a) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
}

function canonical(found: string): string | null {
  if (!/[ \n]/.test(found)) return null;
  let seen = 0;
  let result = '';
  for (const part of found.match(/[0-9A-Fa-f]+|[ \n-]+/g) ?? []) {
    if (/^[0-9A-Fa-f]/.test(part)) {
      result += part;
      seen += part.length;
    } else if (groups.includes(seen) && atHyphen.test(part)) {
      result += '-';
    } else if (!insideGroup.test(part)) {
      return null;
    }
  }
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(result) ? result : null;
}
