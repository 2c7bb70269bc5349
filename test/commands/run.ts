/** Runs a command line of the sources, with streams in memory. */
import { run } from '../../src/cli.ts';
import type { Streams } from '../../src/commands/streams.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function ran(args: readonly string[], options: { readonly input?: string; readonly columns?: number } = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const decoder = new TextDecoder();
  const output = (take: (text: string) => void): Streams['stdout'] => ({
    isTTY: false,
    columns: options.columns ?? null,
    async write(text) {
      take(typeof text === 'string' ? text : decoder.decode(text));
    },
  });
  async function* given(): AsyncGenerator<Uint8Array> {
    if (options.input !== undefined) yield new TextEncoder().encode(options.input);
  }
  const code = await run(args, {
    stdin: Object.assign(given(), { isTTY: false }),
    stdout: output((text) => {
      out += text;
    }),
    stderr: output((text) => {
      err += text;
    }),
    env: {},
    now: () => Date.UTC(2026, 10, 24),
    stop: new AbortController().signal,
  });
  return { code, out, err };
}
