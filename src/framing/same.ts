/** Whether two records are copies of one. */

/** Line breaks take blanks: a copy that is wrapped elsewhere has lost others. At most so many. */
const mostLost = 6;

/** @param broken - one of them was broken over lines */
export function isSameRecord(one: string, other: string, broken: boolean): boolean {
  if (one === other) return true;
  if (!broken || Math.abs(one.length - other.length) > mostLost || one.slice(0, 12) !== other.slice(0, 12)) return false;
  return one.replaceAll(' ', '') === other.replaceAll(' ', '');
}
