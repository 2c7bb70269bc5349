/** What `undress.ts` takes off a line, in front of a head that was joined to the line before. */

/** Before a head, behind a message. */
const before =
  /(?:(?:^| )(?:[>|] {0,2}){1,16}|(?:^| )[Ll]ine \d{1,9} ?: ?|(?:^| )[^\s:"'<>|]{1,200}\.[a-z0-9]{1,8}:\d{1,9}: ?| {2,12}\d{1,7} {1,2}|['"]?[,;] {0,4}['"]?)$/;
/** How such dress ends: few messages end so. */
const beforeHint = /(?:[>|,;] {0,4}['"]?|\d ?: ?| {2}\d{1,7} {1,2})$/;
/** So much in front of a head is looked at. */
const beforeLength = 240;

/** Where a message ends in front of a head on the same line: without the dress of the line that began there. */
export function endBefore(text: string, from: number, head: number): number {
  if (!beforeHint.test(text.slice(Math.max(from, head - 12), head))) return head;
  const start = Math.max(from, head - beforeLength);
  const found = before.exec(text.slice(start, head));
  return found === null ? head : start + found.index;
}
