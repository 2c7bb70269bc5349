/** Reads one collection to its end, whatever the server's own cap on a page is. */
import type { Notice } from '#model/verdict.ts';
import { readAnswer } from './answer.ts';
import type { ApiClient } from './api-client.ts';
import { cutOff, notCms } from './api-error.ts';
import { passcodeRegister } from './passcodes.ts';
import { slices } from './slices.ts';
import type { AnswerText } from './text.ts';

/** A collection, read to its end or to where the server stopped making sense. */
export interface ApiList {
  readonly items: readonly { readonly id: string; readonly name: string | null }[];
  readonly pages: readonly AnswerText[];
  readonly notices: readonly Notice[];
}

/** Items asked for at once; the server gives fewer if it likes. */
const wanted = 100;
/** More than any server has; one that goes on beyond it never ends its pages. */
const most = 100_000;

/**
 * Goes on by the number of items returned until the total is reached (stated: limit, offset, total; an undocumented cap).
 * Ids that come twice, as when somebody adds a space meanwhile, count once.
 */
export async function readList(client: ApiClient, path: string): Promise<ApiList> {
  const found = new Map<string, string | null>();
  const pages: AnswerText[] = [];
  let offset = 0;
  for (;;) {
    const text = await client.get(`${path}?limit=${wanted}&offset=${offset}`);
    const page = pageOf(text, path, client.host);
    const before = found.size;
    for (const { id, name } of page.items) found.set(id, name);
    pages.push({ input: `https://${client.host}/api/v1${path}`, path, line: 1, text });
    offset += page.items.length;
    const total = page.total ?? found.size;
    const items = [...found].map(([id, name]) => ({ id, name }));
    if (found.size >= most) return { items, pages, notices: [endless(client.host, path, found.size)] };
    if (page.items.length === 0 || found.size >= total) {
      return { items, pages, notices: found.size < total ? [incomplete(client.host, path, found.size, total)] : [] };
    }
    // A page of nothing new although more are promised: the server repeats itself, and would do so for ever.
    if (found.size === before) return { items, pages, notices: [incomplete(client.host, path, found.size, total)] };
  }
}

interface Page {
  readonly items: readonly { readonly id: string; readonly name: string | null }[];
  readonly total: number | null;
}

function pageOf(text: string, path: string, host: string): Page {
  const [slice] = slices({ input: '', path, line: 1, text });
  if (slice === undefined) throw notCms(path, host);
  const { objects, list, cut } = readAnswer(slice, passcodeRegister(), { mended: new Map(), ignored: new Map() });
  if (cut) throw cutOff(path, host);
  if (list === null) throw notCms(path, host);
  return { items: objects.map(({ id, fields }) => ({ id, name: fields.get('name') ?? null })), total: list.total };
}

function incomplete(host: string, path: string, count: number, total: number): Notice {
  const message = `${host} promises ${total} at ${path} and gives ${count}: the rest is unknown.`;
  return { code: 'list-incomplete', severity: 'warning', message, place: null };
}

function endless(host: string, path: string, count: number): Notice {
  const message = `${host} does not end its pages of ${path}: stopped after ${count}.`;
  return { code: 'list-endless', severity: 'warning', message, place: null };
}
