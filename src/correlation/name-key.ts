/** Names as they are compared. */

/** Printable ASCII without blanks and capitals, as accounts and addresses are: a key already. */
const isKey = /^[!-@[-~]*$/u;

/** Names are compared without blanks and case: pasted text gains and loses both. */
export function nameKey(name: string): string {
  return isKey.test(name) ? name : name.replace(/[\s\u00a0]+/gu, '').toLowerCase();
}
