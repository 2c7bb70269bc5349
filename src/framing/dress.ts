/** What copying puts in front of lines, or in the place of whole ones. */

/** Quote marks. */
export const marks = /^ {0,60}[>|](?: {0,2}[>|]){0,15} ?/;
/** A fence of Markdown; a rule; the sign that something was left out; the number of a page. */
export const fence =
  /^ {0,60}(?:(?:```|~~~)[\w+-]{0,20}|([-=_*~#+.])\1{4,400}|[|+][-=+|:]{3,600}|\.{3}|\xe2\x80\xa6|[[(<]{1,2} ?(?:\.{2,3}|\xe2\x80\xa6|snip|cut|truncated|omitted|gap) ?[\])>]{1,2}|-{2,10} ?(?:snip|cut|[Mm]ore) ?-{2,10}(?:\(\d{1,3}%\))?|(?:[Pp]age|PAGE|Seite|P\xc3\xa1gina|Pagina) \d{1,4}(?:(?: of | von | de | di | ?\/ ?)\d{1,4})?) {0,3}$/;
/**
 * Bullets with their blank; quotes, brackets and emphasis right before a head; the sign of a diff, and the service before the bar of docker.
 */
export const rubbish =
  /^ {0,60}(?:[+-]|[\w.-]{0,59}[_-]\d{1,3} {1,20}\| |(?:[*+#-]|\xe2\x80\xa2){1,3} {1,8}[*`"'([{_]{0,3}|[*`"'([{_]{1,3}(?! ))/;
/** An arrow, a PRI, a tag or a link that a wrap has cut, perhaps with a blank of a mail program behind it. */
export const cutAngle = /<(?:-{0,2}|\d{1,3}|\/?[a-z][a-z0-9]{0,10} ?\/?| ?(?:https?|mailto|sips?|tel):[^<>\s]{0,300}) ?$/i;
export const lineWord = /^ {0,60}[Ll]ine {1,3}(\d{1,9}) ?: ?/;
export const fileAndNumber = /^ {0,60}((?:[A-Za-z]:)?[^\s:"'<>|]{1,200})([:-])(\d{1,9})[:-] ?/;
/** What a wrap has left of a stamp: no name of a file, and no numbers of lines. */
export const timeOfDay = /^ {0,60}[0-2]?\d:[0-5]\d:[0-5]\d(?!\d)/;
export const fileOnly = /^ {0,60}(?!\d{1,9}:)([^\s:"'<>|]{1,200}): ?/;
export const leadingNumber = /^[ [(#]{0,40}(\d{1,9})(?!\d)/;
export const numberSeparator = /^(?: {0,2}[:.)\]|]+ ?| {0,2}\xe2\x94\x82 ?| {1,8})/;
/** A numbered line behind another prefix. */
export const numbered = /^ {0,40}\d{1,9}(?:: ?| {1,8})/;
/** The beginning of a head, perhaps no more than of its date. */
export const dateAhead = /^ {0,8}(?:<\d{1,3}>(?:1 )?)?(?:20\d\d-|[A-Z][a-z]{2} {1,2}\d|\d\d:\d\d:\d\d)/;
/** The bytes of a record, as relays count them over TCP. */
export const octets = /^(\d{2,5}) (?=<\d{1,3}>)/;

const quotedExport = /^ {0,4}(?:> {0,2}){1,16}(?=[[{"_@a-z])/;

/** The line of an export that a mail quotes. */
export function withoutQuoting(line: string): string {
  return line.replace(quotedExport, '');
}
