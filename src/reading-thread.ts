/** A thread that frames and reads one input: bytes come in, digests go out. */
import { parentPort, workerData } from 'node:worker_threads';
import { isActedUpon } from '#correlation/index.ts';
import { chronologies } from '#framing/index.ts';
import { type GrammarSource, packagedGrammar } from '#grammar/index.ts';
import { type FileNumber, reasonOf, textOfFile } from '#input/index.ts';
import type { InputSummary } from '#model/index.ts';
import { createDigestWriter, type Digest, type DigestWriter, type SpentDigest } from './digest.ts';
import type { HandOver } from './pipeline.ts';
import { createReading, type InputReading } from './reading.ts';

/** What the thread is started with: the user's grammar files. */
export interface ThreadData {
  readonly grammar: readonly GrammarSource[];
}

/** What is read, without the bytes that were surveyed. */
export type ThreadTask = Omit<HandOver, 'sample'>;

/**
 * What it is told: what to read; then its bytes, one chunk after the other, or to go on by itself in the file that it was given; and, where
 * the bytes come from outside or are not wanted any more, that they are over. With an order comes what digests lay in that were read.
 */
export type ThreadOrder =
  | { readonly kind: 'begin'; readonly what: ThreadTask; readonly file: FileNumber | null }
  | { readonly kind: 'chunk'; readonly chunk: Uint8Array; readonly spent: SpentDigest | null }
  | { readonly kind: 'more'; readonly spent: SpentDigest | null }
  | { readonly kind: 'end' };

/** Its answer to each order: what has become of it. The last one has the summary. */
export interface ThreadAnswer {
  readonly digest: Digest;
  readonly summary: InputSummary | null;
  /** So many bytes of the file were read. */
  readonly read: number;
  /** Why the file cannot be read further. */
  readonly fault: string | null;
}

const data: ThreadData = workerData;
const grammar = packagedGrammar(data.grammar);
let writer: DigestWriter | null = null;
let reading: InputReading | null = null;

let chunks: AsyncIterator<Uint8Array> | null = null;
/** Orders are carried out one after the other. */
let last = Promise.resolve();

parentPort?.on('message', (order: ThreadOrder) => {
  last = last.then(() => carryOut(order));
});

async function carryOut(order: ThreadOrder): Promise<void> {
  switch (order.kind) {
    case 'begin':
      begin(order.what);
      chunks = order.file === null ? null : textOfFile(order.file)[Symbol.asyncIterator]();
      return answer({});
    case 'chunk':
      reuse(order.spent);
      reading?.push(order.chunk);
      return answer({ read: order.chunk.length });
    case 'more':
      reuse(order.spent);
      return await goOn();
    case 'end':
      return end(null);
  }
}

async function goOn(): Promise<void> {
  try {
    const next = await chunks?.next();
    if (next === undefined || next.done === true) return end(null);
    reading?.push(next.value);
    answer({ read: next.value.length });
  } catch (error) {
    end(reasonOf(error));
  }
}

function begin({ name, surveyed, own, date, maxRecord, keepStrange, whole }: ThreadTask): void {
  const made = createDigestWriter((kind) => whole || isActedUpon(kind));
  const read = createReading(name, grammar, { date, maxRecord, keepStrange }, made, surveyed[own]?.survey ?? null);
  const chronology = chronologies(surveyed)[own];
  if (chronology !== undefined) read.begin(chronology);
  writer = made;
  reading = read;
}

/** After the end nothing is answered any more: orders may still be on their way. */
function end(fault: string | null): void {
  answer({ fault, summary: reading?.finish() ?? null });
  writer = null;
  parentPort?.close();
}

function reuse(spent: SpentDigest | null): void {
  if (spent !== null) writer?.reuse(spent);
}

function answer({ summary = null, read = 0, fault = null }: Partial<Omit<ThreadAnswer, 'digest'>>): void {
  if (writer === null) return;
  const digest = writer.take();
  const said: ThreadAnswer = { digest, summary, read, fault };
  parentPort?.postMessage(said, [digest.bytes.buffer, digest.rows.buffer, digest.moments.buffer]);
}
