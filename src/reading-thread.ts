/** A thread that frames and reads one input: bytes come in, digests go out. */
import { parentPort, workerData } from 'node:worker_threads';
import { isActedUpon } from '#correlation/index.ts';
import { chronologies } from '#framing/index.ts';
import { type GrammarSource, packagedGrammar } from '#grammar/index.ts';
import type { InputSummary } from '#model/index.ts';
import { createDigestWriter, type Digest, type DigestWriter } from './digest.ts';
import type { HandOver } from './pipeline.ts';
import { createReading, type InputReading } from './reading.ts';

/** What the thread is started with: the user's grammar files. */
export interface ThreadData {
  readonly grammar: readonly GrammarSource[];
}

/** What it is told, in this order: what to read, its bytes one chunk after the other, and that they are over. */
export type ThreadOrder =
  | { readonly kind: 'begin'; readonly what: Omit<HandOver, 'sample'> }
  | { readonly kind: 'chunk'; readonly chunk: Uint8Array }
  | { readonly kind: 'end' };

/** Its answer to each order: what has become of it. The last one has the summary. */
export interface ThreadAnswer {
  readonly digest: Digest;
  readonly summary: InputSummary | null;
}

const data: ThreadData = workerData;
const grammar = packagedGrammar(data.grammar);
let writer: DigestWriter | null = null;
let reading: InputReading | null = null;

parentPort?.on('message', (order: ThreadOrder) => {
  switch (order.kind) {
    case 'begin':
      begin(order.what);
      return answer(null);
    case 'chunk':
      reading?.push(order.chunk);
      return answer(null);
    case 'end':
      answer(reading?.finish() ?? null);
      parentPort?.close();
  }
});

function begin({ name, surveyed, own, date, maxRecord, whole }: Omit<HandOver, 'sample'>): void {
  const made = createDigestWriter((kind) => whole || isActedUpon(kind));
  const read = createReading(name, grammar, { date, maxRecord }, made, surveyed[own]?.survey ?? null);
  const chronology = chronologies(surveyed)[own];
  if (chronology !== undefined) read.begin(chronology);
  writer = made;
  reading = read;
}

function answer(summary: InputSummary | null): void {
  if (writer === null) return;
  const digest = writer.take();
  const said: ThreadAnswer = { digest, summary };
  parentPort?.postMessage(said, [digest.bytes.buffer, digest.rows.buffer, digest.moments.buffer]);
}
