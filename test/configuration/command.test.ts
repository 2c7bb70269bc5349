/** `check` as the command line calls it: options in, streams, files and exit codes out. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import type { RawOptions } from '../../src/commands/specification.ts';
import type { Streams } from '../../src/commands/streams.ts';
import { samples, sampleTexts } from './support/answers.ts';
import { standIn } from './support/server.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cms-timeline-check-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly env?: Readonly<Record<string, string>>;
  readonly password?: string | null;
}

async function run(
  inputs: readonly string[],
  options: RawOptions,
  { stdin = chunks(), env = {}, password = null }: Surroundings = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const output = (add: (text: string) => void) => ({
    ...{ isTTY: false, columns: 120 },
    write: (text: string | Uint8Array) => Promise.resolve(add(typeof text === 'string' ? text : Buffer.from(text).toString('utf8'))),
  });
  const streams: Streams = {
    ...{ stdin, env, now: () => Date.UTC(2026, 0, 1), stop: new AbortController().signal },
    stdout: output((text) => {
      out += text;
    }),
    stderr: output((text) => {
      err += text;
    }),
  };
  const code = await check(inputs, options, streams, () => Promise.resolve(password)).catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
    err += error.message;
    return error.name;
  });
  return { code, out, err };
}

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

const config = (name: string): readonly string[] => sampleTexts(name).map(([path]) => join(samples, path));
const fault = (code: string): RawOptions => ({ config: [join(samples, 'faults', `${code}.xml`)] });
const log = join(samples, '..', 'scenario-2-two-pins.log');

describe('a saved configuration', () => {
  test('is judged', async () => {
    const { code, out, err } = await run([], { config: config('scenario-3') });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Scenario 3');
  });

  test('is held against a log, given by name or on standard input', async () => {
    const named = await run([log], { config: config('scenario-2') });
    const piped = await run([], { config: config('scenario-2') }, { stdin: chunks(readFileSync(log, 'utf8')) });
    expect([named.code, piped.code]).toEqual([0, 0]);
    expect(named.out).toContain('mara@lab.example');
    expect(piped.out).toBe(named.out);
  });

  test('does without a log on a pipe that says nothing', async () => {
    const silent: AsyncIterable<Uint8Array> = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }) };
    const { code, out, err } = await run([], { config: config('scenario-2') }, { stdin: silent });
    expect(code).toBe(0);
    expect(out).not.toContain('Against the log');
    expect(err).toContain('nothing comes from standard input');
  });

  test('may be in the log itself, as API traces', async () => {
    const traced = join(folder, 'traced.log');
    const xml = '<coSpace id="bbbbbbbb-0000-4000-8000-000000000001"><name>Traced</name><uri>traced</uri></coSpace>';
    const get = 'API trace 7: GET for "/api/v1/coSpaces/bbbbbbbb-0000-4000-8000-000000000001" (from API Explorer)';
    writeFileSync(traced, [get, `API trace 7:  ${xml}`].map((message) => `2024-05-06  09:10:11.120  Info     ${message}\n`).join(''));
    expect((await run([traced], {})).out).toContain('Space Traced');
  });

  test('can be selected from by space', async () => {
    const both = [...config('scenario-2'), ...config('scenario-3')];
    const { out } = await run([], { config: both, space: ['board*'] });
    expect(out).toContain('Board (internal)');
    expect(out).not.toContain('Customer call');
  });

  test('one bad input among several: the others are still judged', async () => {
    const bad = join(folder, 'notes.txt');
    writeFileSync(bad, 'Dear all');
    const { code, out, err } = await run([], { config: [...config('scenario-1'), bad, join(folder, 'missing.xml')] });
    expect(code).toBe(1);
    expect(out).toContain('Scenario 1');
    expect(err).toMatch(/missing\.xml: no such file/);
    expect(err).toMatch(/notes\.txt holds no answer of the API of a Cisco Meeting Server; expected XML/);
  });
});

describe('exit codes', () => {
  test.each<[string, RawOptions, number | string]>([
    ['an error, when errors fail', { ...fault('host-inherits-guest'), failOn: 'error' }, 3],
    ['an error, when warnings fail', { ...fault('host-inherits-guest'), failOn: 'warning' }, 3],
    ['a warning, when errors fail', { ...fault('lock-mode-all'), failOn: 'error' }, 0],
    ['a warning, when nothing fails', fault('lock-mode-all'), 0],
    ['nothing, when everything fails', { config: config('scenario-1'), failOn: 'info' }, 0],
    ['no configuration', {}, 'UsageError'],
    ['two of them', { ...fault('locked'), api: 'https://cms:445' }, 'UsageError'],
    ['an ending that is no format', { ...fault('locked'), output: join('x', 'verdict.doc') }, 'UsageError'],
    ['nothing of the API', { config: [log] }, 'InputError'],
    ['no user', { api: 'https://cms:445' }, 'UsageError'],
    ['no password', { api: 'https://cms:445', user: 'reader' }, 'UsageError'],
    ['no https', { api: 'http://cms:445', user: 'reader' }, 'UsageError'],
    ['no address', { api: 'https://', user: 'reader' }, 'UsageError'],
    ['no password file', { api: 'https://cms:445', user: 'reader', passwordFile: '/nowhere' }, 'InputError'],
  ])('%s', async (_, options, expected) => {
    expect((await run([], options)).code).toBe(expected);
  });

  test('a password in the address is refused, and not repeated', async () => {
    const { code, err } = await run([], { api: 'https://reader:hunter2@cms:445', user: 'reader' });
    expect(code).toBe('UsageError');
    expect(err).not.toContain('hunter2');
  });
});

test.each(['verdict.json', 'verdict.md', 'verdict.html', 'verdict.txt'])('-o %s tells the format', async (name) => {
  const file = join(folder, name);
  await run([], { config: config('scenario-1'), output: file });
  expect(readFileSync(file, 'utf8')).toMatch(
    { json: /^\{/, md: /^# /, html: /^<!doctype html>/, txt: /^Space/ }[name.split('.')[1] ?? ''] ?? /^$/,
  );
});

describe('a live server', () => {
  const objects = new Map(
    sampleTexts('scenario-2')
      .map(([path, text]): [string, string] => [
        path.replace('scenario-2', '').replace('.xml', ''),
        text.replace('<?xml version="1.0"?>\n', ''),
      ])
      .filter(([path]) => !/(?:accessMethods|coSpaceUsers)$/.test(path)),
  );
  const password = 'tr0ub4dor&3 ü';

  test('is read, judged and saved without passcodes, secrets and the password; what was saved gives the same verdict', async () => {
    const server = await standIn({ objects, password });
    const saved = join(folder, 'saved');
    const ca = join(folder, 'ca.pem');
    writeFileSync(ca, server.certificate);
    try {
      const live = await run(
        [],
        { api: server.url, user: 'reader', ca, save: saved, format: 'json' },
        { env: { CMS_API_PASSWORD: password } },
      );
      expect({ code: live.code, err: live.err }).toEqual({ code: 0, err: '' });
      const files = readdirSync(saved, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const paths = files.map((entry) => join(entry.parentPath, entry.name));
      const again = await run([], { config: paths, format: 'json' });
      const ways = (text: string): unknown => JSON.parse(text).spaces.map((space: { ways: unknown }) => space.ways);
      expect(ways(again.out)).toEqual(ways(live.out));
      const everything = [live.out, live.err, again.out, ...paths.map((path) => readFileSync(path, 'utf8'))].join('\n');
      for (const secret of [password, '314159', '271828', 'Zx7.LmQpR2sTuVwYa3BcDe', Buffer.from(`reader:${password}`).toString('base64')]) {
        expect(everything).not.toContain(secret);
      }
    } finally {
      await server.close();
    }
  });

  test.each<[string, RawOptions, Surroundings]>([
    ['from a file', { passwordFile: 'password.txt' }, {}],
    ['from the prompt', {}, { password }],
    ['from the environment', {}, { env: { CMS_API_PASSWORD: password } }],
  ])('takes the password %s', async (_, options, surroundings) => {
    const server = await standIn({ objects, password });
    writeFileSync(join(folder, 'password.txt'), `${password}\nsecond line`);
    const file = typeof options['passwordFile'] === 'string' ? { passwordFile: join(folder, options['passwordFile']) } : {};
    try {
      const { code, err } = await run([], { api: server.url, user: 'reader', insecure: true, ...file }, surroundings);
      expect({ code, err }).toEqual({ code: 0, err: '' });
    } finally {
      await server.close();
    }
  });

  test('is only asked for the spaces that are wanted', async () => {
    const server = await standIn({ objects, password });
    try {
      await run([], { api: server.url, user: 'reader', insecure: true, space: ['other'] }, { password });
      expect(server.asked.filter((each) => each.includes('/coSpaces/'))).toEqual([]);
    } finally {
      await server.close();
    }
  });

  test('complains in one sentence', async () => {
    const server = await standIn({ objects, password });
    try {
      const { code, out, err } = await run([], { api: server.url, user: 'reader', insecure: true }, { password: 'wrong one' });
      expect({ code, out }).toEqual({ code: 'InputError', out: '' });
      expect(err).toMatch(/^localhost:\d+ does not accept the user or the password \(401\)\.$/);
    } finally {
      await server.close();
    }
  });

  test('a file of --ca that holds no certificate is named as such', async () => {
    const ca = join(folder, 'no.pem');
    writeFileSync(ca, 'nothing');
    const { err } = await run([], { api: 'https://localhost:1', user: 'reader', ca }, { password });
    expect(err).toMatch(/holds no certificate/);
  });
});
