/** No passcode, secret or password in anything that leaves the reader: outputs, notices, saved files. They are searched for. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConfigurationReading, savedFiles, verdictOf } from '#configuration/index.ts';
import { renderVerdictHtml } from '#render/verdict/html.ts';
import { renderVerdictJson } from '#render/verdict/json.ts';
import { renderVerdictMarkdown } from '#render/verdict/markdown.ts';
import { renderVerdictText } from '#render/verdict/text.ts';
import { reading, sampleTexts, soleSpace } from './support/answers.ts';

/** Everything that anybody gets to see of a reading. */
function everything(read: ConfigurationReading): string {
  const verdict = verdictOf(read, null);
  return [
    renderVerdictText(verdict, { columns: 100, style: { paint: (text) => text } }),
    renderVerdictJson(verdict, { version: '0' }),
    renderVerdictMarkdown(verdict),
    renderVerdictHtml(verdict),
    ...savedFiles(read.kept).map(({ path, text }) => `${path}\n${text}`),
    JSON.stringify([...read.kept.objects].map(([path, { fields }]) => [path, ...fields])),
  ].join('\n');
}

const secrets = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:passcode|secret)>([^<]+)</g)].map(([, secret = '']) => secret.trim()).filter((secret) => secret !== '');

describe('of the samples', () => {
  test.each(['scenario-1', 'scenario-2', 'scenario-3', 'scenario-4', 'faults'])('%s', (folder) => {
    const texts = sampleTexts(folder);
    const shown = everything(reading(...texts));
    const hidden = texts.flatMap(([, text]) => secrets(text));
    expect(hidden.length).toBeGreaterThan(0);
    for (const secret of hidden) expect(shown).not.toContain(secret);
  });
});

test('of answers that are damaged anywhere', () => {
  const xml = sampleTexts('scenario-2')
    .map(([, text]) => text)
    .join('\n');
  const hidden = secrets(xml);
  fc.assert(
    fc.property(
      fc.nat(xml.length),
      fc.nat(40),
      fc.constantFrom('', '<', '>', '"', '&', '\n', '<passcode>', '</coSpace>'),
      (at, length, put) => {
        const damaged = xml.slice(0, at) + put + xml.slice(at + length);
        const shown = everything(reading(damaged));
        for (const secret of hidden) expect(shown).not.toContain(secret);
      },
    ),
    { numRuns: 300 },
  );
});

test('of answers that lose a piece around a passcode', () => {
  const xml =
    '<coSpace id="bbbbbbbb-0000-4000-8000-000000000001"><name>Atelier</name><uri>all</uri><callId>0400</callId><passcode>864209</passcode>' +
    '<secret>kq.53VvZ</secret><nonMemberAccess>true</nonMemberAccess></coSpace>';
  for (let from = 60; from < xml.length - 40; from += 1) {
    for (let length = 1; length < 45; length += 1) {
      const damaged = xml.slice(0, from) + xml.slice(from + length);
      const read = reading(damaged);
      const shown = JSON.stringify([
        verdictOf(read, null),
        savedFiles(read.kept),
        [...read.kept.objects.values()].map(({ fields }) => [...fields]),
      ]);
      if (shown.includes('864209') || shown.includes('kq.53VvZ')) expect(damaged).toBe('shown');
    }
  }
});

describe('saved answers', () => {
  test.each([1, 2, 3, 4])('of scenario %i give the same verdict', (number) => {
    const first = reading(...sampleTexts(`scenario-${number}`));
    const again = reading(...savedFiles(first.kept).map(({ path, text }) => [path, text] as const));
    const judgement = ({ ways, scenarios, faults, lastHostLeaves }: ReturnType<typeof soleSpace>) => ({
      ways,
      scenarios,
      faults,
      lastHostLeaves,
    });
    expect(judgement(soleSpace(verdictOf(again, null)))).toEqual(judgement(soleSpace(verdictOf(first, null))));
  });

  test('keep which passcodes are the same, and saving them twice changes nothing', () => {
    const space = (passcode: string): string =>
      `<coSpace id="bbbbbbbb-0000-4000-8000-000000000001"><uri>all</uri><passcode>${passcode}</passcode></coSpace>`;
    const method = '<accessMethod id="cccccccc-0000-4000-8000-000000000001"><uri>some</uri><passcode>864209</passcode></accessMethod>';
    const same = (read: ConfigurationReading): readonly unknown[] => soleSpace(verdictOf(read, null)).ways.map(({ passcode }) => passcode);
    const saved = (read: ConfigurationReading): ConfigurationReading =>
      reading(...savedFiles(read.kept).map(({ path, text }) => [path, text] as const));
    for (const passcode of ['864209', '135791']) {
      const read = reading(space(passcode) + method);
      expect(same(saved(read))).toEqual(same(read));
      expect(savedFiles(saved(saved(read)).kept)).toEqual(savedFiles(saved(read).kept));
    }
  });

  test('name no file outside their directory, whatever a server calls its objects', () => {
    const ids = ['../../etc/passwd', '..', '/root', 'a\\b', 'c:d', '.hidden'];
    const read = reading(ids.map((id) => `<callLegProfile id="${id}"><needsActivation>true</needsActivation></callLegProfile>`).join(''));
    expect(savedFiles(read.kept).map(({ path }) => path)).toEqual([]);
  });
});
