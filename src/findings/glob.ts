/**
 * Globs: `*` stands for any characters, `?` for one, case does not matter.
 *
 * The last star is the only one ever gone back to, so that a glob full of stars costs no more than pattern times text.
 */
export function matches(glob: string, text: string): boolean {
  const pattern = glob.toLowerCase();
  const subject = text.toLowerCase();
  let inPattern = 0;
  let inText = 0;
  let star = -1;
  let resume = 0;
  while (inText < subject.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      star = inPattern++;
      resume = inText;
    } else if (wanted === '?' || (wanted !== undefined && wanted === subject[inText])) {
      inPattern += 1;
      inText += 1;
    } else if (star >= 0) {
      inPattern = star + 1;
      inText = ++resume;
    } else return false;
  }
  while (pattern[inPattern] === '*') inPattern += 1;
  return inPattern === pattern.length;
}
