/** `--api`: the configuration of a live server, read and nothing else. */
import { readFile } from 'node:fs/promises';
import { type ConfigurationReading, readConfiguration } from '#configuration/index.ts';
import { apiClient, certificates, gentle } from '#configuration/api-client.ts';
import { ApiError } from '#configuration/api-error.ts';
import { walk } from '#configuration/api-walk.ts';
import { InputError, type Streams, UsageError } from './streams.ts';

export interface LiveOptions {
  readonly api: string;
  readonly user: string | null;
  readonly passwordFile: string | null;
  readonly ca: string | null;
  readonly insecure: boolean;
  readonly quiet: boolean;
  wants(space: { readonly id: string; readonly name: string | null }): boolean;
}

/** Asks somebody for a password; null = nobody is there to ask. */
export type AskPassword = (question: string) => Promise<string | null>;

/**
 * @throws UsageError for a wrong URL or a password that nobody gives
 * @throws InputError when the server cannot be read
 */
export async function readLive(options: LiveOptions, streams: Streams, ask: AskPassword): Promise<ConfigurationReading> {
  const url = urlOf(options.api);
  const { user, insecure } = options;
  if (user === null || user === '') throw new UsageError('--api needs --user <name>: a user of the role api is enough.');
  const ca = options.ca === null || insecure ? null : await fileOf('--ca', options.ca);
  const password = await passwordOf(options, url, user, streams, ask);
  try {
    if (ca !== null) certificates(ca);
    const client = apiClient({ url, user, password, ca, insecure, ...gentle });
    try {
      const progress = progressOn(streams, options.quiet);
      const { texts, notices } = await walk(client, { concurrency: gentle.concurrency, wants: options.wants, progress: progress.step });
      await progress.end();
      const reading = readConfiguration(texts);
      return { ...reading, notices: [...notices, ...reading.notices] };
    } finally {
      client.close();
    }
  } catch (error) {
    if (error instanceof ApiError) throw new InputError(error.message);
    throw error;
  }
}

function urlOf(given: string): URL {
  const url = URL.parse(given.includes('://') ? given : `https://${given}`);
  if (url === null) throw new UsageError('--api: this is no address; it has the form https://host:port.');
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      '--api: a password does not belong into an address, where everybody on this machine can read it; use --user and the prompt.',
    );
  }
  if (url.protocol !== 'https:') throw new UsageError('--api: only https is safe for a password; the Web Admin speaks nothing else.');
  return new URL(url.origin);
}

async function passwordOf(options: LiveOptions, url: URL, user: string, streams: Streams, ask: AskPassword): Promise<string> {
  if (options.passwordFile !== null) return (await fileOf('--password-file', options.passwordFile)).replace(/\r?\n[\s\S]*$/, '');
  const set = streams.env['CMS_API_PASSWORD'];
  if (set !== undefined && set !== '') return set;
  const typed = await ask(`Password of ${user} on ${url.host}: `);
  if (typed !== null) return typed;
  throw new UsageError('--api needs a password: type it at a terminal, set CMS_API_PASSWORD, or give --password-file <file>.');
}

async function fileOf(option: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new InputError(`${option} ${path} cannot be read (${code}).`);
  }
}

/** A line on a terminal that counts answers; nothing in a pipe. */
function progressOn({ stderr, now }: Streams, quiet: boolean) {
  const shown = stderr.isTTY && !quiet;
  let last = 0;
  return {
    step(answers: number): void {
      if (!shown || now() - last < 200) return;
      last = now();
      void stderr.write(`\r${answers} answers read `);
    },
    end: async (): Promise<void> => {
      if (shown) await stderr.write('\r\u001b[K');
    },
  };
}
