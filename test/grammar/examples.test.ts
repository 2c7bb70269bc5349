/** Each wording shows how CMS writes it; what all of these examples say is one page, to be read by a person. */
import { expect, test } from 'vitest';
import { examples, grammar, record, said, sources } from './support.ts';

test('the examples say what golden/readings.txt shows', async () => {
  const pages = examples.map(({ text, process, place }) => {
    const { kind, ...fields } = said(grammar.read(record(text, process)));
    const lines = Object.entries(fields).map(([name, value]) => `    ${name}: ${JSON.stringify(value)}`);
    return [`${place}  ${text}`, `  ${String(kind)}`, ...lines].join('\n');
  });
  await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot('../grammars/golden/readings.txt');
});

test('each example is found worth reading, unless it is quiet', () => {
  for (const { text, process } of examples) {
    const { kind } = grammar.read(record(text, process));
    expect(grammar.mayMatter(text, 0, text.length), text).toBe(kind !== 'quiet');
  }
});

test('the files hold nothing of a real site: documentation addresses and domains only', () => {
  for (const { name, text } of sources) {
    for (const [address] of text.matchAll(/\b\d+\.\d+\.\d+\.\d+\b/g)) expect(address, name).toMatch(/^192\.0\.2\./);
    for (const [, domain] of text.matchAll(/@([\w.-]+)/g)) expect(domain, name).toMatch(/^(?:[\w-]+\.)*example(?:\.org)?$|^192\.0\.2\./);
  }
});
