/** The walk that Cisco's document sends an administrator on by hand: profiles, tenants, spaces, access methods, members, each object itself. */
import type { Notice } from '#model/verdict.ts';
import type { ApiClient } from './api-client.ts';
import { ApiError, cutOff, notCms } from './api-error.ts';
import { type ApiList, readList } from './api-list.ts';
import { slices } from './slices.ts';
import type { AnswerText } from './text.ts';

export interface WalkOptions {
  readonly concurrency: number;
  /** Which spaces to read; the others are left at their item of the list. */
  wants(space: { readonly id: string; readonly name: string | null }): boolean;
  /** Called after every answer. */
  progress(answers: number): void;
}

/** What was read, and what could not be. */
export interface Walk {
  readonly texts: readonly AnswerText[];
  readonly notices: readonly Notice[];
}

/**
 * Reads everything that decides who is guest and who is host.
 * @throws ApiError when the server cannot be asked at all; single objects that are gone are notices
 */
export async function walk(client: ApiClient, options: WalkOptions): Promise<Walk> {
  const texts: AnswerText[] = [];
  const notices: Notice[] = [];
  const run = pool(options.concurrency);
  let answers = 0;
  const answered = (): void => options.progress((answers += 1));

  const object = async (path: string): Promise<void> => {
    try {
      const text = await run(() => whole(client, path));
      texts.push({ input: `https://${client.host}/api/v1${path}`, path, line: 1, text });
    } catch (error) {
      notices.push(...passable(error));
    }
    answered();
  };
  const list = async (path: string): Promise<ApiList['items']> => {
    try {
      const { items, pages, notices: said } = await run(() => readList(client, path));
      texts.push(...pages);
      notices.push(...said);
      answered();
      return items;
    } catch (error) {
      notices.push(...passable(error));
      return [];
    }
  };
  const all = async (path: string, wants: WalkOptions['wants'] = () => true): Promise<readonly string[]> => {
    const ids = (await list(path)).filter(wants).map(({ id }) => id);
    await Promise.all(ids.map((id) => object(`${path}/${encodeURIComponent(id)}`)));
    return ids;
  };

  // The first answer alone: a wrong password must not be tried four times at once, which locks accounts.
  await object('/system/profiles');
  await Promise.all(['/tenants', '/callLegProfiles', '/callProfiles'].map((path) => all(path)));
  const spaces = await all('/coSpaces', options.wants);
  await Promise.all(
    spaces.flatMap((id) => ['accessMethods', 'coSpaceUsers'].map((children) => all(`/coSpaces/${encodeURIComponent(id)}/${children}`))),
  );
  return { texts, notices };
}

/** One object; an answer whose XML ends in the middle is asked for once more. */
async function whole(client: ApiClient, path: string, again = true): Promise<string> {
  const text = await client.get(path);
  const [slice] = slices({ input: '', path, line: 1, text });
  if (slice === undefined) throw notCms(path, client.host);
  if (!slice.cut) return text;
  if (again) return whole(client, path, false);
  throw cutOff(path, client.host);
}

/** An object that a list named and that is gone meanwhile is no reason to stop. */
function passable(error: unknown): readonly Notice[] {
  if (!(error instanceof ApiError) || error.failure !== 'gone') throw error;
  return [{ code: 'object-gone', severity: 'warning', message: `${error.message} It counts as not given.`, place: null }];
}

/** Runs so many at once; the others wait in their order. */
function pool(size: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = size;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
