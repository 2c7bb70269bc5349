/** Whether two records are copies of one. */

/** Line breaks take blanks: a copy that is wrapped elsewhere has lost others. At most so many. */
const mostLost = 6;
const blank = 0x20;

/** @param broken - one of them was broken over lines */
export function isSameRecord(one: string, other: string, broken: boolean): boolean {
  if (one === other) return true;
  return broken && Math.abs(one.length - other.length) <= mostLost && isSameButBlanks(one, other);
}

/** Sign by sign, as two records nearly always differ in their first words. */
function isSameButBlanks(one: string, other: string): boolean {
  let at = 0;
  let otherAt = 0;
  for (;;) {
    while (one.charCodeAt(at) === blank) at += 1;
    while (other.charCodeAt(otherAt) === blank) otherAt += 1;
    if (at >= one.length || otherAt >= other.length) return at >= one.length && otherAt >= other.length;
    if (one.charCodeAt(at) !== other.charCodeAt(otherAt)) return false;
    at += 1;
    otherAt += 1;
  }
}
