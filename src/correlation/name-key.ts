/** Names as they are compared. */

/** Printable ASCII without blanks and capitals, as accounts and addresses are: a key already. */
const isKey = /^[!-@[-~]*$/u;

/** The name that was asked for last: records that follow each other are about the same people. */
let last = { name: '', key: '' };

/** Names are compared without blanks and case: pasted text gains and loses both. */
export function nameKey(name: string): string {
  if (name === last.name) return last.key;
  const key = isKey.test(name) ? name : name.replace(/[\s\u00a0]+/gu, '').toLowerCase();
  last = { name, key };
  return key;
}
