/** The library's way in: logs as text or bytes, read in one go. */
import type { Analysis, Instant } from '#model/index.ts';
import type { AnalyzeOptions } from './options.ts';
import { createPipeline } from './pipeline.ts';

/** A log by name, as text or as bytes. */
export interface NamedText {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** When it was written last. */
  readonly modified?: Instant | null;
}

/**
 * Reconstructs the timelines of a log.
 * @param log text or bytes of one log, or several logs of one story by name
 * @throws GrammarError when a grammar of the caller's is wrong
 */
export function analyze(log: string | Uint8Array | readonly NamedText[], options: AnalyzeOptions = {}): Analysis {
  const inputs: readonly NamedText[] = typeof log === 'string' || log instanceof Uint8Array ? [{ name: '-', text: log }] : log;
  const pipeline = createPipeline(options);
  for (const input of inputs) pipeline.add(input);
  const rests = inputs.map(({ text }) => chunksOf(text));
  for (let wanted = pipeline.wants(); wanted !== null; wanted = pipeline.wants()) {
    const chunk = rests[wanted]?.next();
    if (chunk === undefined || chunk.done === true) pipeline.end(wanted);
    else pipeline.push(wanted, chunk.value);
  }
  return pipeline.finish();
}

const chunkSize = 1 << 18;

function* chunksOf(text: string | Uint8Array): Generator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  for (let from = 0; from < bytes.length; from += chunkSize) yield bytes.subarray(from, from + chunkSize);
}
