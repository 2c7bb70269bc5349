/** The report is one file, with a policy that allows its own script and nothing else, and everything in it is escaped. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { drawHtml } from '#render/picture/html.ts';
import { pageScript } from '#render/picture/page/script.ts';
import { cases } from '../svg/cases.ts';
import { analysis, crowd } from '../svg/made.ts';

const options = { zone: 'UTC', version: '1.2.3', redacted: false } as const;

function contentOf(html: string, tag: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text = '']) => text);
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

describe.each(Object.entries(cases))('%s', (_, each) => {
  const html = drawHtml(each, options);

  test('is the same bytes each time', () => {
    expect(drawHtml(each, options)).toBe(html);
  });

  test('asks for nothing from anywhere else', () => {
    const outside = html.replace(contentOf(html, 'script').join(''), '');
    expect(outside).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b/i);
    expect([...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].every(([, target = '']) => target.startsWith('#'))).toBe(true);
    expect(html).not.toMatch(/@import|url\((?!#cms-)['"]?(?:https?:|\/\/|data:)/);
  });

  test('the policy allows just the script and the style that are there', () => {
    const scripts = contentOf(html, 'script');
    const styles = contentOf(html, 'style');
    expect(scripts).toHaveLength(2);
    expect(styles).toHaveLength(1);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toContain('default-src &#39;none&#39;');
    expect(policy).toContain(hash(scripts[1] ?? ''));
    expect(policy).toContain(hash(styles[0] ?? ''));
    expect(policy).not.toContain('unsafe');
  });

  test('has no attribute that a policy would have to forbid', () => {
    const tags = html.replace(pageScript, '').match(/<[a-z][^>]*>/g) ?? [];
    const names = new Set(
      tags.flatMap((tag) => [...tag.replace(/="[^"]*"/g, '=""').matchAll(/\s([a-z-]+)=/gi)].map(([, name = '']) => name)),
    );
    expect([...names].filter((name) => /^on|^style$/.test(name))).toEqual([]);
  });

  test('the data behind the diagrams can be read, and cannot end its element', () => {
    const [data = ''] = contentOf(html, 'script');
    expect(data).not.toContain('<');
    expect(() => JSON.parse(data)).not.toThrow();
  });
});

test('every record stands in the file once, however often it proves something', () => {
  const html = drawHtml(analysis(crowd(5)), options);
  const data: unknown = JSON.parse(contentOf(html, 'script')[0] ?? '{}');
  const records = typeof data === 'object' && data !== null && 'records' in data && Array.isArray(data.records) ? data.records : [];
  expect(records.length).toBeGreaterThan(5);
  expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(records.length);
});

test('the script is a script', () => {
  expect(() => new Function(pageScript)).not.toThrow();
});
