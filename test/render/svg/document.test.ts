/** Every drawing is well-formed, self-contained, without script, the same bytes each time, and tells its story in words. */
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { drawSvg } from '#render/svg/index.ts';
import { cases, hostile } from './cases.ts';
import { analysis, crowd } from './made.ts';

const options = { zone: 'UTC', version: '1.2.3', redacted: false } as const;

interface Read {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  readonly text: string;
}

/** Reads strictly: the first thing that is not XML throws. */
function read(xml: string): Read {
  const elements = new Set<string>();
  const attributes = new Map<string, string[]>();
  let text = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes: given }) => {
    elements.add(name);
    for (const [key, { value }] of Object.entries(given)) attributes.set(key, [...(attributes.get(key) ?? []), value]);
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.write(xml).close();
  return { elements, attributes, text };
}

describe.each(Object.entries(cases))('%s', (_, each) => {
  const svg = drawSvg(each, options);

  test('is well-formed, and holds nothing but shapes and words', () => {
    const { elements, attributes } = read(svg);
    const allowed = ['svg', 'g', 'path', 'text', 'tspan', 'line', 'title', 'desc', 'style', 'defs', 'pattern'];
    expect([...elements].filter((name) => !allowed.includes(name))).toEqual([]);
    expect([...attributes.keys()].filter((name) => /^on|href|^style$/i.test(name))).toEqual([]);
    expect((attributes.get('fill') ?? []).filter((value) => !/^(?:none|url\(#cms-[a-z]+\))$/.test(value))).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('is the same bytes each time', () => {
    expect(drawSvg(each, options)).toBe(svg);
  });

  test('has a title and a description', () => {
    const { elements, attributes } = read(svg);
    expect(elements).toContain('desc');
    expect(attributes.get('aria-labelledby')).toEqual(['cms-title']);
    expect(attributes.get('aria-describedby')).toEqual(['cms-desc']);
  });
});

test('hostile names are texts: nothing of them is markup, and all of them can be read', () => {
  const { text } = read(drawSvg(cases['hostile names'] ?? analysis([]), options));
  for (const name of ['<script>alert(1)</script>', '" onload="alert(1)" x="', '</title></text></svg><svg onload=alert(1)>'])
    expect(text).toContain(name);
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800\udc00\ufffe\uffff]/u);
  expect(hostile.length).toBeGreaterThan(15);
});

test('a name that is cut is given whole in a tooltip', () => {
  const name = `the beginning ${'of a very long name '.repeat(20)}and its end`;
  const svg = drawSvg(analysis([{ id: 'x', name, turns: [{ state: 'lobby', from: 0 }], left: 1000 }]), options);
  expect(svg).toContain(`<title>${name}</title>`);
});

test('the story is told to who cannot see it', () => {
  const { text } = read(drawSvg(analysis(crowd(2)), options));
  expect(text).toContain(
    '2 participants waited in the lobby for up to 18 min 00 s, until anna.berger@example.org joined at 09:18:00 and let them in.',
  );
  expect(text).toContain('When anna.berger@example.org left at 09:54:00, 2 went back to the lobby.');
});

describe('themes', () => {
  const draw = (theme?: 'auto' | 'light' | 'dark'): string =>
    drawSvg(analysis(crowd(2)), { ...options, ...(theme === undefined ? {} : { theme }) });

  test('auto is light, and dark where the reader asks for it', () => {
    expect(draw()).toBe(draw('auto'));
    expect(draw('auto')).toContain('@media screen and (prefers-color-scheme: dark)');
  });

  test('light and dark ask nobody, and use no variables: other programs than browsers must draw them', () => {
    for (const svg of [draw('light'), draw('dark')]) {
      expect(svg).not.toContain('@media');
      expect(svg).not.toContain('var(');
    }
    expect(draw('light')).not.toBe(draw('dark'));
  });
});

test('the footer says what the picture rests on', () => {
  const { text } = read(drawSvg(analysis(crowd(2)), { ...options, redacted: true }));
  for (const words of [
    '22d9f4ca-8b88-4d11-bba9-e2a2f7428c46',
    'bridge.log, lines 0 to 29',
    'stamps in UTC',
    'cms-timeline 1.2.3',
    'names are pseudonyms',
  ]) {
    expect(text).toContain(words);
  }
});
