/**
 * What word processors make of plain signs: curly quotes, dashes, ellipses. A name may hold them rightly (O’Brien, “Bo”), so that they
 * are mended only where the text around shows that a program put them in: a record without a single straight quote has lost them. Dashes
 * inside of names stay as they are.
 */

const doubleQuotes = /\xe2\x80[\x9c-\x9f]/g;
const singleQuotes = /\xe2\x80[\x98-\x9b]/g;
const ellipsis = /\xe2\x80\xa6/g;
const anySign = /\xe2\x80[\x90-\x9f\xa6]|\xe2\x88\x92/;
const curlyDouble = /\xe2\x80[\x9c-\x9f]/;
/** `<–>` and `<—>` stand where `<-->` was. */
const arrow = /< ?(?:\xe2\x80[\x93\x94]){1,2}-? ?>/g;
/** Behind a word in small letters or a parenthesis: a dash of a message, as names without quotes have capitals. */
const spacedDash = /((?:^| )[a-z]{1,30} |\) )\xe2\x80[\x90-\x95]( )/g;
/** Dashes inside a GUID, and in a date with a time behind it. */
const inGuid = /([0-9A-Fa-f]{4})(?:\xe2\x80[\x90-\x95]|\xe2\x88\x92)(?=[0-9A-Fa-f]{4})/g;
const inDate = /(20\d\d)(?:\xe2\x80[\x90-\x95]|\xe2\x88\x92)(\d\d)(?:\xe2\x80[\x90-\x95]|\xe2\x88\x92)(?=\d\d[ T]{1,4}\d\d:)/g;

/** Some messages quote names so: `(space 'The “Big” room')`. An apostrophe is no quote. */
const singleQuoted = /(?:^|[ (])'/;

/** Which quotes stand in the text around: `curly` = a program has replaced the straight ones. */
export type QuoteStyle = 'curly' | 'straight' | null;

/** What one line says of the quotes around it; null = nothing. Lines without any such sign never say anything: most need no look. */
export function quoteStyle(line: string): QuoteStyle {
  if (!anySign.test(line)) return null;
  if (line.includes('"')) return 'straight';
  return curlyDouble.test(line) && !singleQuoted.test(line) ? 'curly' : null;
}

/** Mends one line among lines of a style. */
export function mendTypography(line: string, style: QuoteStyle): string {
  return anySign.test(line) ? outsideNames(mendSureTypography(line, style), style === 'curly') : line;
}

/** What needs no look at the text around. */
export function mendSureTypography(line: string, style: QuoteStyle): string {
  if (!anySign.test(line)) return line;
  const sure = line.replace(arrow, '<-->').replace(inGuid, '$1-').replace(inDate, '$1-$2-');
  return style === 'curly' ? sure.replace(doubleQuotes, '"').replace(singleQuotes, "'").replace(ellipsis, '...') : sure;
}

/**
 * A dash between blanks is one of the message where it stands outside of names.
 * @param isCurly - the text around was changed: then also on a line without a head
 */
function outsideNames(line: string, isCurly: boolean): string {
  const mended = line.replace(spacedDash, (dash, before: string, behind: string, offset: number) => {
    const message = messageBefore(line, offset);
    // Without a head on the line, a name may go on from the line before: then all of it must be balanced.
    const isOfMessage = message === null ? isCurly && isOutside(line) : isOutside(message);
    return isOfMessage ? `${before}-${behind}` : dash;
  });
  return isCurly ? mended.replace(dashAtStart, '$1-$2').replace(dashAtEnd, '$1-$2') : mended;
}

/** Between a line break and the rest of a message in small letters. */
const dashAtEnd = /([a-z)] )\xe2\x80[\x90-\x95]( ?)$/;
const dashAtStart = /^( ?)\xe2\x80[\x90-\x95]( [a-z])/;
const time = /\d:[0-5]\d:[0-5]\d/g;
/** A message is not looked at farther back. */
const longestMessage = 2000;
/** The name of a space stands in parentheses behind its GUID, up to the end of the record. */
const spaceName = /[0-9a-f]{12} ?\(/;

/** The message up to a place: what stands behind the last time of day, which every head has; null = no head stands there. */
function messageBefore(line: string, to: number): string | null {
  const text = line.slice(Math.max(0, to - longestMessage), to);
  const last = [...text.matchAll(time)].at(-1);
  return last === undefined ? null : text.slice(last.index);
}

/** Whether no name is open at the end of a text: names stand in quotes, or behind the GUID of a space. */
function isOutside(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length - 1;
  return count('"') % 2 === 0 && count("'") % 2 === 0 && !spaceName.test(text);
}
