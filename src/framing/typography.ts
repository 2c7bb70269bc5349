/**
 * What word processors make of plain signs: curly quotes, dashes, ellipses. A name may hold them rightly (O’Brien, “Bo”), so that they
 * are mended only where the text around shows that a program put them in: a record without a single straight quote has lost them. Dashes
 * inside of names stay as they are.
 */

/** Curly, low and reversed ones, double primes, full width. */
const double = '\\xe2\\x80[\\x9c-\\x9f\\xb3]|\\xef\\xbc\\x82';
const single = '\\xe2\\x80[\\x98-\\x9b\\xb2\\xb9\\xba]|\\xef\\xbc\\x87';
const doubleQuotes = new RegExp(double, 'g');
const singleQuotes = new RegExp(single, 'g');
/** Guillemets; one with a blank behind it, where a line begins, is a mark in front of it. */
const guillemets = /(^ {0,8}\xc2[\xab\xbb] )|\xc2[\xab\xbb]/g;
/** French puts blanks inside of its quotes. */
const spacedQuotes = /\xc2\xab ([^\xab\xbb]{1,300}) \xc2\xbb/g;
const ellipsis = /\xe2\x80\xa6/g;
const anySign =
  /\xe2\x80[\x90-\x9f\xa6\xb2\xb3\xb9\xba]|\xe2(?:\x88\x92|\x86\x94|\x9f\xb7|\x87\x94|\x86\x90)|\xc2[\xab\xbb]|\xef\xbc[\x82\x87\x8d]|\xef\xac[\x80-\x84]/;
const anyDouble = new RegExp(double);
const hyphen = '(?:\\xe2\\x80[\\x90-\\x95]|\\xe2\\x88\\x92|\\xef\\xbc\\x8d)';
/** `<–>` and `<—>` stand where `<-->` was; behind a GUID, arrows of one sign, too. */
const arrow = new RegExp(`< ?${hyphen}{1,2}-? ?>`, 'g');
const arrowSign = /([0-9a-f]{12} ?)(?:\xe2\x86\x94|\xe2\x9f\xb7|\xe2\x87\x94|\xe2\x86\x90\xe2\x86\x92)/g;
/** Letters that PDF joins. */
const ligature = /\xef\xac[\x80-\x84]/g;
const ligatures = ['ff', 'fi', 'fl', 'ffi', 'ffl'];
/** Between the words of a message: behind one in small letters or a parenthesis, before one of those that follow a dash in the wordings. */
const spacedDash = /((?:^| )[a-z]{1,30} |\) )\xe2\x80[\x90-\x95]( (?:API|connected|not)(?: |$))/g;
/** Dashes inside a GUID, and in a date with a time behind it. */
const inGuid = new RegExp(`([0-9A-Fa-f]{4})${hyphen}(?=[0-9A-Fa-f]{4})`, 'g');
const inDate = new RegExp(`(20\\d\\d)${hyphen}(\\d\\d)${hyphen}(?=\\d\\d[ T]{1,4}\\d\\d:)`, 'g');

/** Some messages quote names so: `(space 'The “Big” room')`. An apostrophe is no quote. */
const singleQuoted = /(?:^|[ (])'/;

/** Which quotes stand in the text around: `curly` = a program has replaced the straight ones. */
export type QuoteStyle = 'curly' | 'straight' | null;

/** What one line says of the quotes around it; null = nothing. Lines without any such sign never say anything: most need no look. */
export function quoteStyle(line: string): QuoteStyle {
  if (!anySign.test(line)) return null;
  if (line.includes('"')) return 'straight';
  return (anyDouble.test(line) || hasGuillemets(line)) && !singleQuoted.test(line) ? 'curly' : null;
}

/** Mends one line among lines of a style. */
export function mendTypography(line: string, style: QuoteStyle): string {
  return anySign.test(line) ? outsideNames(mendSureTypography(line, style), style === 'curly') : line;
}

/** Mends a text that was put together from mended lines: dashes only where the head of the message stands in it. */
export function mendJoinedTypography(text: string, style: QuoteStyle): string {
  return anySign.test(text) ? outsideNames(mendSureTypography(text, style), false) : text;
}

/** What needs no look at the text around. */
function mendSureTypography(line: string, style: QuoteStyle): string {
  if (!anySign.test(line)) return line;
  const sure = line
    .replace(arrow, '<-->')
    .replace(arrowSign, '$1<-->')
    .replace(inGuid, '$1-')
    .replace(inDate, '$1-$2-')
    .replace(ligature, (sign) => ligatures[sign.charCodeAt(2) - 0x80] ?? sign);
  return style === 'curly' ? withoutGuillemets(sure).replace(doubleQuotes, '"').replace(singleQuotes, "'").replace(ellipsis, '...') : sure;
}

function hasGuillemets(line: string): boolean {
  return line.includes('\xc2\xab') && line.includes('\xc2\xbb');
}

/** Those that point inwards have no blanks. */
function withoutGuillemets(line: string): string {
  const bare = line.indexOf('\xc2\xab') < line.indexOf('\xc2\xbb') ? line.replace(spacedQuotes, '"$1"') : line;
  return bare.replace(guillemets, (_, mark: string | undefined) => mark ?? '"');
}

/**
 * A dash between blanks is one of the message where it stands outside of names.
 * @param isCurly - the text around was changed: then also on a line without a head
 */
function outsideNames(line: string, isCurly: boolean): string {
  return line.replace(spacedDash, (dash, before: string, behind: string, offset: number) => {
    const message = messageBefore(line, offset);
    // Without a head on the line, a name may go on from the line before: then all of it must be balanced.
    const isOfMessage = message === null ? isCurly && isOutside(line) : isOutside(message);
    return isOfMessage ? `${before}-${behind}` : dash;
  });
}

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
