/** Finds objects and lists in any text: a bare answer, a document with prose around it, several answers in one file. */
import { limits } from './limits.ts';
import { rootOf } from './names.ts';
import type { AnswerText, Slice } from './text.ts';

interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty' | 'declaration';
  readonly attributed: boolean;
  readonly from: number;
  readonly to: number;
}

interface Open {
  readonly tag: Tag;
  readonly list: boolean;
  depth: number;
}

/**
 * All objects and lists of a text, in its order. One pass: a tag that begins an answer opens a slice, its closing tag ends it.
 * An answer that is still open where the next one begins was cut off.
 */
export function slices(source: AnswerText): readonly Slice[] {
  const found: Slice[] = [];
  const lines = lineCounter(source);
  let open: Open | null = null;
  let proseFrom = 0;
  const end = (at: Open, to: number, cut: boolean): void => {
    const path = source.path ?? pathIn(source.text.slice(Math.max(proseFrom, at.tag.from - 2000), at.tag.from));
    found.push({
      input: source.input,
      path,
      line: lines(at.tag.from),
      text: source.text.slice(at.tag.from, to),
      element: at.tag.name,
      cut,
    });
    proseFrom = to;
  };
  for (const tag of tags(source.text)) {
    if (open !== null && interrupts(open, tag)) {
      end(open, tag.from, true);
      open = null;
    }
    if (open === null) {
      const begins: Open | null = beginning(tag);
      if (begins !== null && tag.kind === 'empty') end(begins, tag.to, false);
      else open = begins;
    } else if (tag.name === open.tag.name) {
      if (tag.kind === 'open') open.depth += 1;
      else if (tag.kind === 'close') open.depth -= 1;
      if (open.depth === 0) {
        end(open, tag.to, false);
        open = null;
      }
    }
  }
  if (open !== null) end(open, Math.min(source.text.length, open.tag.from + limitOf(open)), true);
  return found;
}

/** References look like objects (`<callLegProfile>…</callLegProfile>` in a space); objects have an id, lists a total. */
function beginning(tag: Tag): Open | null {
  if (tag.kind !== 'open' && tag.kind !== 'empty') return null;
  const root = rootOf(tag.name);
  if (root === null) return null;
  if (!root.list && !tag.attributed && root.kind !== 'systemProfiles') return null;
  return { tag, list: root.list, depth: 1 };
}

function interrupts(open: Open, tag: Tag): boolean {
  if (tag.from - open.tag.from > limitOf(open)) return true;
  if (tag.kind === 'declaration') return true;
  const begins = beginning(tag);
  if (begins === null) return false;
  if (!open.list || begins.list) return true;
  return rootOf(open.tag.name)?.kind !== rootOf(tag.name)?.kind;
}

function limitOf(open: Open): number {
  return open.list ? limits.list : limits.object;
}

/** Tags, however broken over lines; everything else between brackets is none. */
function* tags(text: string): Generator<Tag> {
  let from = text.indexOf('<');
  while (from >= 0) {
    const to = text.indexOf('>', from);
    if (to < 0) return;
    const next = text.indexOf('<', from + 1);
    const whole = next < 0 || next > to;
    if (whole && to - from <= limits.tag) {
      const tag = tagOf(text.slice(from + 1, to), from, to + 1);
      if (tag !== null) yield tag;
    }
    from = next;
  }
}

function tagOf(inner: string, from: number, to: number): Tag | null {
  if (inner.startsWith('?xml')) return { name: '?xml', kind: 'declaration', attributed: true, from, to };
  const closing = inner.startsWith('/');
  const body = (closing ? inner.slice(1) : inner).trimEnd();
  const empty = body.endsWith('/');
  const equals = body.indexOf('=');
  const head =
    equals < 0
      ? body
      : body
          .slice(0, equals)
          .trimEnd()
          .replace(/\s\S*$/, '');
  const name = (empty && equals < 0 ? head.slice(0, -1) : head).replace(/\s+/g, '');
  if (!/^[A-Za-z][\w.:-]*$/.test(name)) return null;
  return { name, kind: closing ? 'close' : empty ? 'empty' : 'open', attributed: equals >= 0, from, to };
}

/** The last address of the API in the prose before an answer, when it names an object. */
function pathIn(prose: string): string | null {
  const paths = prose.match(/\/coSpaces\/[0-9a-fA-F-]{36}\/(?:accessMethods|coSpaceUsers)(?:\/[0-9a-fA-F-]{36})?/g);
  return paths?.at(-1) ?? null;
}

function lineCounter(source: AnswerText): (at: number) => number {
  let line = source.line;
  let upTo = 0;
  return (at) => {
    for (let next = source.text.indexOf('\n', upTo); next >= 0 && next < at; next = source.text.indexOf('\n', next + 1)) {
      line += 1;
      upTo = next + 1;
    }
    return line;
  };
}
