/** `--config`: saved answers of the API, from files, directories and archives. Also for views that only want roles from it. */
import { type AnswerText, type ConfigurationReading, readConfiguration } from '#configuration/index.ts';
import { openSources } from '#input/index.ts';
import { safe } from '#view/safe.ts';
import { InputError, type Streams } from './streams.ts';

export interface SavedReading {
  readonly reading: ConfigurationReading;
  /** Sentences about inputs that could not be used although others could. */
  readonly problems: readonly string[];
}

/** Bytes of one input; logs with traces are large, answers are not. */
const largest = 1 << 29;
const expected = 'expected XML of the API, such as <coSpace id="…">…</coSpace>, as a file, in a document, or as API traces in a log';

/**
 * @param names inputs as given: what stands below a directory or in an archive may be something else, what is named itself may not
 * @throws InputError when nothing of the API can be read
 */
export async function readSaved(names: readonly string[], streams: Streams): Promise<SavedReading> {
  const texts: AnswerText[] = [];
  const problems: string[] = [];
  for await (const source of openSources(names, { standardInput: streams.stdin })) {
    if (source.kind === 'passed') continue;
    if (source.kind === 'problem') {
      problems.push(`${safe(source.name)}: ${source.message}.`);
      continue;
    }
    try {
      texts.push({ input: source.name, path: null, line: 1, text: await textOf(source.open()) });
    } catch (error) {
      problems.push(`${safe(source.name)}: ${error instanceof Error ? error.message : String(error)}.`);
    }
  }
  const reading = readConfiguration(texts);
  for (const name of reading.empty) {
    if (names.includes(name)) problems.push(`${safe(name)} holds no answer of the API of a Cisco Meeting Server; ${expected}.`);
  }
  if (Object.keys(reading.objects).length > 0) return { reading, problems };
  const nothing = `${names.map(safe).join(', ')}: nothing of the API of a Cisco Meeting Server is there; ${expected}.`;
  throw new InputError(problems.length > 0 ? problems.join('\ncms-timeline: ') : nothing);
}

/** UTF-8, or where it cannot be that, the encoding of editors that know no other. */
async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > largest) throw new InputError(`is larger than ${largest / (1 << 20)} MB, which no configuration is`);
    parts.push(chunk);
  }
  const whole = Buffer.concat(parts);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return new TextDecoder('windows-1252').decode(whole);
  }
}
