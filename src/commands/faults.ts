/** What is wrong with inputs, in sentences. */
import { standardInputName } from '#input/index.ts';
import type { Analysis } from '#model/index.ts';
import { safe } from '#view/safe.ts';

/** What a CMS log is, for those who gave something else. */
export const expected = 'expected syslog or an event log of a Cisco Meeting Server';

/** What is wrong with an input without a record. */
export function emptyInput({ name, bytes, lines, records }: Analysis['inputs'][number]): readonly string[] {
  if (records > 0) return [];
  const what = bytes === 0 ? 'is empty' : `holds no record of a CMS log in ${lines} ${lines === 1 ? 'line' : 'lines'}`;
  return [`${labelOf(name)} ${what}; ${expected}.`];
}

/** Why nothing is shown of an input whose records all lost their stamps: its story has an order, but no time. */
export function timelessInput(input: Analysis['inputs'][number]): readonly string[] {
  if (!isTimeless(input)) return [];
  const { name, records } = input;
  const who = records === 1 ? 'its only record has no time' : `none of its ${records} records has a time`;
  return [
    `${labelOf(name)}: ${who}, so that nothing of it can be shown; expected a date and a time, or a time of day, where each record begins. Copy it again with the whole beginnings of its lines.`,
  ];
}

function isTimeless({ records, span }: Analysis['inputs'][number]): boolean {
  return records > 0 && span.from === null;
}

export function labelOf(name: string): string {
  if (name === '') return 'a name that is empty';
  return name === standardInputName ? 'standard input' : safe(name);
}

/** A member of an archive ends where the archive does: that has a sentence of its own. */
export function faultIn(name: string, error: unknown): string {
  const isOuter = error instanceof Error && 'input' in error && typeof error.input === 'string' && error.input !== name;
  return isOuter ? `${labelOf(name)}: the archive is damaged or cut off in it; what came before was read.` : `${sentenceOf(error)}.`;
}

export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'input' in error && typeof error.input === 'string' ? `${labelOf(error.input)}: ${error.message}` : error.message;
}

/** Something was unreadable: `--strict` takes that for an error. */
export function isLossy({ inputs, unread }: Analysis): boolean {
  return unread.recordCount > 0 || unread.lineCount > 0 || inputs.some((input) => input.unparsed > 0 || isTimeless(input));
}
