/** Names as they are compared. */

/** The name that was asked for last: records that follow each other are about the same people. */
let last = { name: '', key: '' };

/** Names are compared without blanks and case: pasted text gains and loses both. */
export function nameKey(name: string): string {
  if (name === last.name) return last.key;
  const key = isKey(name) ? name : name.replace(/[\s\u00a0]+/gu, '').toLowerCase();
  last = { name, key };
  return key;
}

/** Printable ASCII without blanks and capitals, as accounts and addresses are: a key already. */
function isKey(name: string): boolean {
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code <= 0x20 || code >= 0x7f || (code >= 0x41 && code <= 0x5a)) return false;
  }
  return true;
}
