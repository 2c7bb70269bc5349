/**
 * What word processors make of plain signs: curly quotes, dashes, ellipses. A name may hold them rightly (O’Brien, “Bo”), so that they
 * are mended only where the text around shows that a program put them in: a record without a single straight quote has lost them.
 */

const doubleQuotes = /\xe2\x80[\x9c-\x9f]/g;
const singleQuotes = /\xe2\x80[\x98-\x9b]/g;
const dashes = /\xe2\x80[\x90-\x95]|\xe2\x88\x92/g;
const ellipsis = /\xe2\x80\xa6/g;
const anySign = /\xe2\x80[\x90-\x9f\xa6]|\xe2\x88\x92/;
const curlyDouble = /\xe2\x80[\x9c-\x9f]/;
/** `<–>` and `<—>` stand where `<-->` was. */
const arrow = /< ?(?:\xe2\x80[\x93\x94]){1,2}-? ?>/g;
const spacedDash = /( )\xe2\x80[\x90-\x95]( )/g;
/** Dashes inside a GUID, and in a date with a time behind it. */
const inGuid = /([0-9A-Fa-f]{4})(?:\xe2\x80[\x90-\x95]|\xe2\x88\x92)(?=[0-9A-Fa-f]{4})/g;
const inDate = /(20\d\d)(?:\xe2\x80[\x90-\x95]|\xe2\x88\x92)(\d\d)(?:\xe2\x80[\x90-\x95]|\xe2\x88\x92)(?=\d\d[ T]{1,4}\d\d:)/g;

/** Which quotes stand in the text around: `curly` = a program has replaced the straight ones. */
export type QuoteStyle = 'curly' | 'straight' | null;

/** What one line says of the quotes around it; null = nothing. Lines without any such sign never say anything: most need no look. */
export function quoteStyle(line: string): QuoteStyle {
  if (!anySign.test(line)) return null;
  if (line.includes('"') || line.includes("'")) return 'straight';
  return curlyDouble.test(line) ? 'curly' : null;
}

/** Mends one line among lines of a style. */
export function mendTypography(line: string, style: QuoteStyle): string {
  if (!anySign.test(line)) return line;
  const sure = outsideNames(line.replace(arrow, '<-->').replace(inGuid, '$1-').replace(inDate, '$1-$2-'));
  if (style !== 'curly') return sure;
  return sure.replace(doubleQuotes, '"').replace(singleQuotes, "'").replace(dashes, '-').replace(ellipsis, '...');
}

/** Names stand in quotes or parentheses; a dash between blanks outside of them is one of the message. */
function outsideNames(line: string): string {
  return line.replace(spacedDash, (dash, before: string, behind: string, offset: number) => {
    const quotes = line.slice(0, offset).split('"').length - 1;
    const open = line.slice(0, offset).split('(').length - line.slice(0, offset).split(')').length;
    return quotes % 2 === 0 && open <= 0 ? `${before}-${behind}` : dash;
  });
}
