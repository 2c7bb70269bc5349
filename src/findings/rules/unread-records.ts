import type { UnreadSummary } from '#model/index.ts';
import { proof } from '../evidence.ts';
import type { Found, Rule } from '../rule.ts';
import { say } from '../sentence.ts';
import { counted } from '../words.ts';

export const unreadRecords: Rule = {
  code: 'unread-records',
  severity: 'info',
  meaning:
    'Records begin like a message that this program knows, and go on in another way: a wording of another release, or damage. What they say is missing here.',
  check: 'List them (--unparsed). A new wording is a line in a grammar file (--grammar): please report it.',
  look: ({ unread }) => ({ space: () => [], end: () => (unread == null || unread.recordCount === 0 ? [] : [told(unread)]) }),
};

function told({ recordCount, records }: UnreadSummary): Found {
  const [first] = records;
  const how = first === undefined ? '' : `; in the first, ${first.expected} was expected`;
  return {
    message: say`${counted(recordCount, 'record begins', 'records begin')} like a known message and could not be read${how}.`,
    space: null,
    participants: [],
    from: first?.record.at ?? null,
    to: null,
    evidence: proof(...records.slice(0, 5).map(({ record }) => record)),
  };
}
