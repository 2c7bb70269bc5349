/** Every regular expression of the program: the literals of its sources, and what its modules build when they are loaded. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { full } from 'acorn-walk';
import { transformSync } from 'rolldown/utils';

export interface Pattern {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const root = fileURLToPath(new URL('../../src/', import.meta.url));

/** The literals of all sources. */
export function literals(): readonly Pattern[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/u.test(name) && !name.endsWith('.d.ts'));
  return files.flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8');
    if (!code.includes('/')) return [];
    const { code: plain } = transformSync(file, code, { target: 'esnext' });
    const found: Pattern[] = [];
    full(parse(plain, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
      if (node.type === 'Literal' && 'regex' in node && isRegex(node.regex)) {
        found.push({ file, source: node.regex.pattern, flags: node.regex.flags });
      }
    });
    return found;
  });
}

function isRegex(value: unknown): value is { readonly pattern: string; readonly flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

/** What is built while some code runs, by `new RegExp`. */
export async function built(run: () => Promise<void>): Promise<readonly Pattern[]> {
  const found: Pattern[] = [];
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct(target, args, newTarget) {
      const made: unknown = Reflect.construct(target, args, newTarget);
      if (made instanceof real) found.push({ file: 'built', source: made.source, flags: made.flags });
      return made instanceof real ? made : new real('');
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = real;
  }
  return found;
}
