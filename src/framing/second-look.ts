/**
 * What a person, or the markup of a ticket, has put into a record: emphasis within it, a remark behind it. It is looked for only where a
 * record is no wording as it stands, as a name may hold such signs rightly.
 */
import type { LogRecord, RepairName } from '#model/index.ts';

/** A record without such additions. */
export interface Plainer {
  readonly record: LogRecord;
  readonly repairs: readonly RepairName[];
  /** What stood behind it; null = nothing did. */
  readonly remark: string | null;
}

const guid = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';
const aroundGuid = new RegExp(`[*_\`]{1,3}(${guid})[*_\`]{1,3}`, 'g');
/** Whether emphasis at its beginning, or behind `call` or `conference`, may hide a message. Asked of every record that is none: it looks no further. */
export function mayBeEmphasized(text: string, from: number): boolean {
  if (isSign(text.charCodeAt(from))) return true;
  // A wrap may have taken the blank before the sign.
  return text.charCodeAt(from) === 0x63 && [4, 5, 10, 11].some((at) => isSign(text.charCodeAt(from + at)));
}

/** How such messages begin, beside those that are known to: `call` and `conference` are among them. */
export function withEmphasis(beginnings: readonly string[] | null): readonly string[] | null {
  return beginnings === null ? null : [...beginnings, '*', '_', '`'];
}

function isSign(code: number): boolean {
  return code === 0x2a || code === 0x5f || code === 0x60;
}

/** Signs of Markdown, Slack and Jira around words; a wrap may go through those of two. */
const emphasis = ['\\*\\n?\\*', '_\\n?_', '~\\n?~', '`', '\\*', '_', '~'].map(
  (sign) => new RegExp(`(^|[ (\n])${sign}(?=[^ ])([^*_\`~]{1,300})(?<! )${sign}(?=[ .,;:)\n]|$)`, 'g'),
);
const emphasisHint = /[*_`~]/;
/** How remarks begin: with an arrow, a sign of a comment, a mark of a footnote. */
const remarkStart =
  / (?:<[-=<~]|[-=~]{1,3}>|>>|#|\/\/|\*\*|\[\d|[\u2190-\u21ff\u2b05-\u2b07\u25c0-\u25c5\u27f5-\u27ff\u2b60-\u2bff]|\ud83d[\udc46-\udc49])/g;
/** What closes a row, a quotation, a part of XML, or shows that a line ends or goes on. */
const lineEnd = / {0,300}(?:[|$\\]|[;,]{1,20}|\\par ?\}?|['"]\]?[;,)]{0,2}|\[\/[a-z]{1,12}\]|\]\]>(?:<\/[\w:.-]{1,40}>)?)$/;
/** So many places are tried. */
const mostTries = 4;

/**
 * The record without what may have been added, from the least to the most that is taken away. Linear.
 */
export function plainerForms(record: LogRecord): readonly Plainer[] {
  const { message } = record;
  const bare = withoutEmphasis(message);
  const forms: Plainer[] = bare === message ? [] : [{ record: saying(record, bare), repairs: ['tags'], remark: null }];
  for (const text of bare === message ? [message] : [message, bare]) {
    const closed = lineEnd.exec(text)?.index;
    const repairs: readonly RepairName[] = text === message ? [] : ['tags'];
    const line = text.slice(0, Math.max(0, text.indexOf('\n')));
    const closedLine = lineEnd.exec(line)?.index;
    if (closedLine !== undefined) {
      forms.push({
        record: saying(record, line.slice(0, closedLine)),
        repairs: [...repairs, 'prefix'],
        remark: text.slice(line.length).trim(),
      });
    }
    if (closed !== undefined) forms.push({ record: saying(record, text.slice(0, closed)), repairs: [...repairs, 'prefix'], remark: null });
    for (const at of remarksIn(text)) {
      forms.push({ record: saying(record, text.slice(0, at).trimEnd()), repairs: [...repairs, 'prose'], remark: text.slice(at).trim() });
    }
  }
  return forms;
}

function withoutEmphasis(message: string): string {
  if (!emphasisHint.test(message)) return message;
  return emphasis.reduce((text, sign) => text.replace(sign, '$1$2'), message.replace(aroundGuid, '$1'));
}

/** Where remarks may begin, the last one first: none begins in the name of a space, which stands in parentheses. */
function remarksIn(message: string): readonly number[] {
  return [...message.matchAll(remarkStart)]
    .map((match) => match.index)
    .toReversed()
    .slice(0, mostTries)
    .filter((at) => isBalanced(message.slice(0, at)));
}

function isBalanced(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length;
  return count('(') === count(')');
}

/** The same record with another message, in its evidence, too. */
function saying(record: LogRecord, message: string): LogRecord {
  const before = onOneLine(record.message);
  const head = record.text.endsWith(before) ? record.text.slice(0, record.text.length - before.length) : '';
  return { ...record, message, text: head + onOneLine(message) };
}

/** A message with the places where the input broke it as blanks. */
export function onOneLine(message: string): string {
  return message.includes('\n') ? message.replaceAll(/(?:(?<! ) +)?\n+ */g, ' ') : message;
}
