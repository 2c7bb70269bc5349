/**
 * The shapes of record heads, newest first, by the ids of the framings in the documentation.
 *
 * They are written for text whose line breaks are already taken out, so that a blank may be missing or added at any joint.
 * Every quantifier is bounded: a failing head costs a constant, never the rest of the text.
 */
import type { FramingName } from '#model/index.ts';

/** Any number of blanks, also none: a line break may have taken them. */
const b = ' {0,16}';
const B = ' {1,16}';

const pri = `(?:<(?<pri>\\d{1,3})>${b})?`;
const isoDate = `(?<year>(?:19|20)\\d\\d)(?: ?-)? ?(?<month>0[1-9]|1[0-2])(?: ?-)? ?(?<day>0[1-9]|[12]\\d|3[01])${b}T?${b}`;
const monthDay = `(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)${b}(?<day>0?[1-9]|[12]\\d|3[01])${b}(?:(?<year>20\\d\\d)${B})?`;
const time =
  '(?<hour>[01]\\d|2[0-3]) ?: ?(?<minute>[0-5]\\d) ?: ?(?<second>[0-5]\\d|60)' +
  '(?: ?[.,] ?(?<fraction>\\d{3}(?:\\d{3}){0,2}|\\d{7}|\\d{1,2}))?';
const zone = '(?<zone>Z|[+-]\\d\\d:?\\d\\d)?';

/** Sorted so that the longer of two severities is tried first: `error` before `err`. Mail programs leave a `;` of the links that they make. */
const facility =
  '(?<facility>(?:[Kk]ern|[Uu]ser|[Mm]ail|[Dd]aemon|[Aa]uthpriv|[Aa]uth|[Ss]yslog|[Ll]pr|[Nn]ews|[Uu]ucp|[Cc]ron|[Ff]tp|[Ll]ocal[0-7])' +
  ' ?\\. ?(?:[Ee]merg|[Pp]anic|[Aa]lert|[Cc]rit(?:ical)?|[Ee]rror|[Ee]rr|[Ww]arning|[Ww]arn|[Nn]otice|[Ii]nfo|[Dd]ebug))(?: ?;)?';
const hostName = '(?:[A-Za-z0-9][\\w.\\-]{0,252}|[0-9A-Fa-f]{0,4}:(?:[0-9A-Fa-f]{0,4}:){1,6}[0-9A-Fa-f.]{0,15})';
const level = '(?:INFO|WARNING|WARN|ERROR|ERR|DEBUG|TRACE|VERBOSE|NOTICE|FATAL|CRITICAL)';

/** The Call Bridge's own process, level and colon: `host:server:  INFO : `. */
const bridgeTail = `(?<process>host ?: ?server)(?:\\[\\d{1,7}\\])?${b}:${b}(?:${level}${b}:)?${b}`;
/** Any other: `streamer-sip[2209]: 201211.634 : INFO : `, `cli: `, with a container id before it (`wb3_frontend`). */
const otherTail =
  `(?:[0-9a-f]{12,64}[ /])?(?!host ?:)(?<process>[A-Za-z_][\\w.\\/+\\-]{0,63})(?:\\[\\d{1,7}\\])? ?:(?![^ ]{0,1}:\\d)` +
  `${b}(?:\\d{1,12}\\.\\d{1,6} ?:${b})?(?:${level}?${b}:${b})?`;
const bridge = `(?<host>${hostName}?)${b}${bridgeTail}`;
const other = `(?<host>${hostName})${B}${otherTail}`;
/** A facility is no host: where it stands for one, a line break has taken a blank. */
const noFacility = '(?![a-z0-9]{2,8} ?\\. ?(?:emerg|panic|alert|crit|err|warn|notice|info|debug))';
const bare = `(?<host>${hostName})(?:${B}|$)`;

/** What a relay or collector puts in front: its own time, and up to six words. */
const relayTime = '\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: ?[AP]M)?(?:Z|[+-]\\d\\d:?\\d\\d)?';
const relayDate =
  '(?:\\d{4}[\\-\\/.]\\d{1,2}[\\-\\/.]\\d{1,2}|\\d{1,2}[\\-\\/.]\\d{1,2}[\\-\\/.]\\d{4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {0,2}\\d{1,2}(?: \\d{4})?)';
/** A relay does not call itself as the Call Bridge does: that is a record of its own, a short one. */
const relayWord = '(?![^ ]{0,80}host ?: ?server)[^ ]{1,80}';
/** Values of RFC 5424 may hold blanks and escaped brackets. */
const structured = '(?:\\[(?:[^\\]\\\\]|\\\\.){0,512}\\]){1,8}';
const relay = `(?:<\\d{1,3}>1? ?)?${relayDate}[T ]{1,4}${relayTime}${b}(?:${relayWord}${B}){0,6}?(?:${structured}${B})?(?:\\xef\\xbb\\xbf)?`;
/** RFC 5424 up to its message: `<14>1 TIME HOST APP PROCID MSGID STRUCTURED-DATA`. */
const rfc5424 = (process: string): string =>
  `<(?<pri>\\d{1,3})>1 ${isoDate}${time}${zone} (?<relayHost>[^ ]{1,255}) (?<relayProcess>${process}) [^ ]{1,128} [^ ]{1,32} ` +
  `(?:-|${structured})(?: |$)(?:\\xef\\xbb\\xbf)?`;
/** A relay that lets a colon end the name of a program leaves the half of `host:server` to the message. */
const partedBridge = `${rfc5424('host')}${b}(?<process>server) ?:${b}(?:${level}${b}:)?${b}`;

/** A relay that takes such a text for RFC 3164 gives the facility as the host, and the host as the program. */
export const facilitySource = facility;

/** One shape of a head. */
export interface HeadShape {
  readonly framing: FramingName;
  /** The framing of the documentation. */
  readonly doc: string;
  readonly source: string;
  /** What it begins with: a digit, a letter, or either. */
  readonly begins: 'digit' | 'letter' | 'any';
  /** What surely stands in it, by numbers of {@link headSigns}. */
  readonly needs: readonly number[];
  /** Characters that it has at most, but for names of enormous length. */
  readonly reach: number;
  /** Where it counts: so little stands in some that they do only where a line begins, or with the name of a Call Bridge of the log. */
  readonly counts: 'anywhere' | 'where a line begins' | 'with a Call Bridge';
}

/**
 * What nearly all shapes need, and texts without it do not have: to look for it takes nothing, and to compile the expression of a shape,
 * which V8 does when it is first tried, more than to read a short log.
 */
const signs: readonly { readonly part: string; readonly sign: RegExp }[] = [
  { part: facility, sign: /(?:kern|user|mail|daemon|auth|authpriv|syslog|lpr|news|uucp|cron|ftp|local[0-7]) ?\./i },
  { part: bridgeTail, sign: /host ?: ?server/ },
  { part: '>1 ', sign: />1 / },
];
export const headSigns: readonly RegExp[] = signs.map(({ sign }) => sign);

function needsOf(source: string): readonly number[] {
  const certain = source.replaceAll(`(?:${facility}${b})?`, '').replaceAll(`(?:${bridge})?`, '');
  return signs.flatMap(({ part }, index) => (certain.includes(part) ? [index] : []));
}

/** In the order of trying: a head inside a head before the outer one alone. */
export const headShapes: readonly HeadShape[] = [
  shape('syslog-iso', 'F4', 'digit', `${pri}${isoDate}${time}${zone}${b}${facility}${b}${bridge}`),
  shape(
    'web-admin',
    'F1',
    'digit',
    `${isoDate}[ |]{0,8}${time}[ |*,]{0,16}(?<level>Info(?!rmation)|Warning|Error|Debug|Trace|Verbose)[*]{0,2}[ |,]{0,16}`,
  ),
  // Other programs write capitals, also in messages of theirs.
  shape(
    'web-admin',
    'F1',
    'digit',
    `${isoDate}[ |]{0,8}${time}[ |*,]{1,16}(?<level>INFO|WARNING|ERROR|DEBUG)[*]{0,2}[ |,]{1,16}(?=call |${b}[a-zA-Z])`,
    'where a line begins',
  ),
  shape('syslog', 'F2', 'letter', `${pri}${monthDay}${time}${b}${facility}${b}${bridge}`),
  shape('syslog-iso', 'F4', 'digit', `${pri}${isoDate}${time}${zone}${b}${facility}${b}${other}`),
  shape('syslog', 'F2', 'letter', `${pri}${monthDay}${time}${b}${facility}${b}${other}`),
  shape('collector', 'F6', 'any', `${relay}${pri}${monthDay}${time}${b}(?:${facility}${b})?${bridge}`),
  shape('collector', 'F6', 'any', `${relay}${pri}${isoDate}${time}${zone}${b}(?:${facility}${b})?${bridge}`),
  shape('relayed', 'F11', 'any', `${relay}${pri}${monthDay}${time}${b}${facility}${b}${other}`),
  shape('relayed', 'F11', 'any', `${relay}${pri}${isoDate}${time}${zone}${b}${facility}${b}${other}`),
  shape('relayed', 'F11', 'any', partedBridge),
  shape('relayed', 'F11', 'any', `${rfc5424('[^ ]{1,48}')}${b}(?:${facility}${b})?(?:${bridge})?(?:${level}${b}:${b})?`),
  shape('relayed', 'F11', 'letter', `${pri}${monthDay}${time}${B}${bridge}`),
  shape('relayed', 'F11', 'digit', `${pri}${isoDate}${time}${zone}${B}${bridge}`),
  shape('relayed', 'F11', 'letter', `${pri}${monthDay}${time}${B}(?:${hostName})${B}${facility}${b}${bridge}`),
  shape('relayed', 'F11', 'digit', `${pri}${isoDate}${time}${zone}${B}(?:${hostName})${B}${facility}${b}${bridge}`),
  shape('collector', 'F6', 'any', `${relay}${pri}${monthDay}${time}${b}(?:${facility}${b})?${other}`, 'with a Call Bridge'),
  shape('collector', 'F6', 'any', `${relay}${pri}${isoDate}${time}${zone}${b}(?:${facility}${b})?${other}`, 'with a Call Bridge'),
  shape('syslog-iso', 'F12', 'digit', `${pri}${isoDate}${time}${zone}${b}${facility}${B}${bare}`),
  shape('syslog', 'F12', 'letter', `${pri}${monthDay}${time}${b}${facility}${B}${bare}`),
  shape('relayed', 'F12', 'letter', `${pri}${monthDay}${time}${B}${noFacility}${other}`, 'where a line begins'),
  shape('relayed', 'F12', 'digit', `${pri}${isoDate}${time}${zone}${B}${noFacility}${other}`, 'where a line begins'),
];

function shape(
  framing: FramingName,
  doc: string,
  begins: HeadShape['begins'],
  source: string,
  counts: HeadShape['counts'] = 'anywhere',
): HeadShape {
  return { framing, doc, begins, source, needs: needsOf(source), reach: source.includes(structured) ? 8192 : 1024, counts };
}

/**
 * Where a head may begin: a date with a time behind it. Few places of a log look like this, so that the shapes are tried seldom.
 * A date that a relay wrote (`05/04/2023 2:12:40 AM`) counts too.
 */
export const dateSource =
  '(?:(?:19|20)\\d\\d(?: ?-)? ?[01]\\d(?: ?-)? ?[0-3]\\d[T |]{0,16}[0-2]\\d ?:' +
  '|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {0,16}[0-3]?\\d {0,16}(?:20\\d\\d {1,16})?[0-2]\\d ?:' +
  '|\\d{1,2}[\\-\\/.]\\d{1,2}[\\-\\/.]20\\d\\d {1,4}\\d{1,2}:\\d\\d:)';

/** What may stand before the date and belongs to the head: a PRI, with the version of RFC 5424. */
export const priSource = '<\\d{1,3}>(?:1 )? ?$';
