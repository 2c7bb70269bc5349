/** Inputs → analysis: what every command that reads logs begins with. */
import type { Analysis } from '#model/index.ts';
import { openSources, type Source, standardInputName } from '#input/index.ts';
import { GrammarError, packagedGrammar, readUserGrammar } from '#grammar/index.ts';
import { safe } from '#view/safe.ts';
import { type AnalyzeOptions, createPipeline, type PlacedMeeting } from '../analyze.ts';
import type { ReadingOptions } from './common.ts';
import { InputError, type Streams } from './streams.ts';

export interface ReadResult {
  readonly analysis: Analysis;
  /** 0, or 1 when an input could not be read although others could. */
  readonly code: 0 | 1;
}

/** What an analysis should hold beside what the command line says. */
export type ReadWishes = Pick<AnalyzeOptions, 'keepEvents' | 'clockOf' | 'findings'>;

/** Takes meetings as soon as they are over, so that none has to be held. */
export interface MeetingSink {
  take(placed: PlacedMeeting): void;
  /** Called between chunks of input: the time to write what was taken. */
  flush(): Promise<void>;
}

/** What a CMS log is, for those who gave something else. */
const expected = 'expected syslog or an event log of a Cisco Meeting Server';

/**
 * Reads all inputs as one story.
 * @throws InputError when nothing can be read, or nothing read holds a record of a CMS log
 */
export async function read(
  inputs: readonly string[],
  options: ReadingOptions,
  streams: Streams,
  wishes: ReadWishes = {},
  sink: MeetingSink | null = null,
): Promise<ReadResult> {
  const names = inputs.length > 0 ? inputs : [standardInputName];
  const problems: string[] = [];
  const sources: Source[] = [];
  for await (const source of openSources(names, { standardInput: streams.stdin })) {
    if (source.kind === 'source') sources.push(source);
    else problems.push(`${safe(source.name)}: ${source.message}.`);
  }
  const pipeline = createPipeline(
    sources,
    { zone: options.zone, year: options.year, now: streams.now(), grammar: grammarOf(options), ...wishes },
    sink === null ? null : (placed) => sink.take(placed),
  );
  const chunks = sources.map((source) => source.open()[Symbol.asyncIterator]());
  for (let wanted = pipeline.wants(); wanted !== null; wanted = pipeline.wants()) {
    try {
      const chunk = await chunks[wanted]?.next();
      if (chunk === undefined || chunk.done === true) pipeline.end(wanted);
      else pipeline.push(wanted, chunk.value);
      await sink?.flush();
    } catch (error) {
      problems.push(`${safe(sources[wanted]?.name ?? '')}: ${error instanceof Error ? error.message : String(error)}.`);
      pipeline.end(wanted);
    }
  }
  const analysis = pipeline.finish();
  await sink?.flush();
  problems.push(...emptyInputs(analysis));
  const usable = analysis.inputs.some(({ records }) => records > 0);
  if (!usable) throw new InputError(problems.join('\ncms-timeline: '));
  for (const problem of problems) await streams.stderr.write(`cms-timeline: ${problem}\n`);
  return { analysis, code: problems.length > 0 ? 1 : 0 };
}

function emptyInputs(analysis: Analysis): readonly string[] {
  return analysis.inputs.flatMap(({ name, bytes, lines, records }) => {
    if (records > 0) return [];
    const what = bytes === 0 ? 'is empty' : `holds no record of a CMS log in ${lines} ${lines === 1 ? 'line' : 'lines'}`;
    return [`${name === standardInputName ? 'standard input' : safe(name)} ${what}; ${expected}.`];
  });
}

function grammarOf(options: ReadingOptions) {
  try {
    return packagedGrammar(readUserGrammar(options.grammar));
  } catch (error) {
    if (error instanceof GrammarError) throw new InputError(error.message);
    throw error;
  }
}
