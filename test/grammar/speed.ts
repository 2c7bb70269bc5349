/** How long reading takes, both ways, on the examples of the grammar files: `node test/grammar/speed.ts`. Asserts nothing. */
import { checkedWordings, waysToRead } from '#grammar/grammar.ts';
import { grammarOf, restoreWordings, storeWordings } from '#grammar/index.ts';
import { readerOf } from '#grammar/read.ts';
import { textMatcherOf } from '#grammar/text-matcher.ts';
import { variantsOf } from '#grammar/wording.ts';
import { callBridge, type LogRecord } from '#model/index.ts';
import { examples, record, sources } from './support.ts';

const stored = storeWordings(checkedWordings(sources));
const begin = performance.now();
const grammar = grammarOf(restoreWordings(stored));
report('start from stored wordings', (performance.now() - begin) * 1000, 'µs');

const { trees, matcher: quickest, parser } = waysToRead(checkedWordings(sources).flatMap(variantsOf));
const matcher = textMatcherOf(quickest, trees);
const [matched, parsed] = [readerOf([matcher]), readerOf([parser])];
const events = examples
  .filter(({ text, process }) => process === callBridge && matched(record(text)).kind === 'event')
  .map(({ text }) => record(text));
const misses = ['call 7: dancing', 'participant "Ann" waved', 'call 40: ending; remote SIP teardown', 'API "Board" Space'].map((text) =>
  record(text),
);

for (const [name, records] of [
  ['event', events],
  ['miss', misses],
] as const) {
  report(`${name}, matcher`, each(records, matched), 'µs a record');
  report(`${name}, chevrotain`, each(records, parsed), 'µs a record');
  report(
    `${name}, first look`,
    each(records, ({ message }) => grammar.mayMatter(message, 0, message.length)),
    'µs a record',
  );
}

/** The best of several rounds, in microseconds. */
function each(records: readonly LogRecord[], act: (record: LogRecord) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 20; round++) {
    const start = performance.now();
    for (let turn = 0; turn < 200; turn++) for (const one of records) act(one);
    best = Math.min(best, ((performance.now() - start) * 1000) / (200 * records.length));
  }
  return best;
}

function report(what: string, microseconds: number, unit: string): void {
  process.stdout.write(`${what.padEnd(28)} ${microseconds.toFixed(2).padStart(9)} ${unit}\n`);
}
