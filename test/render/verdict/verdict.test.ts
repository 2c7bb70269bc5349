/** The verdict in every medium: valid, complete, and safe with names that were made to harm. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readConfiguration, verdictOf } from '#configuration/index.ts';
import type { Comparison, Verdict } from '#model/verdict.ts';
import { renderVerdictHtml } from '#render/verdict/html.ts';
import { renderVerdictJson } from '#render/verdict/json.ts';
import { renderVerdictMarkdown } from '#render/verdict/markdown.ts';
import { renderVerdictText } from '#render/verdict/text.ts';
import { judged, sampleTexts } from '../../configuration/support/answers.ts';

const plain = { columns: 100, style: { paint: (text: string) => text } };
const comparison: Comparison = {
  predictions: [
    {
      ...{
        space: 'bbbbbbbb-0000-4000-8000-000000000001',
        participant: 'p1',
        participantName: 'ann',
        took: 'hall@cms.example',
        ways: ['the space itself'],
      },
      ...{ predicted: ['guest'], observed: 'host', agreement: 'differs', why: 'needsActivation=true from the space' },
    },
  ],
  findings: [
    {
      ...{ code: 'guest-released-others', severity: 'error', message: '"ann" should be a guest.', space: null, participants: ['p1'] },
      ...{ span: { from: null, to: null }, evidence: [{ input: 'bridge1.log', line: 3, text: 'participant "ann" joined space' }] },
    },
  ],
};

const verdicts: readonly (readonly [string, Verdict])[] = [
  ...[1, 2, 3, 4].map((number): readonly [string, Verdict] => [`scenario ${number}`, judged(...sampleTexts(`scenario-${number}`))]),
  ...sampleTexts('faults').map(([name, text]): readonly [string, Verdict] => [name, judged([name, text])]),
  ['a comparison', { ...judged(...sampleTexts('scenario-1')), comparison }],
  ['nothing', verdictOf(readConfiguration([]), null)],
];

describe('the JSON is as its schema says', () => {
  const schema: unknown = JSON.parse(readFileSync(new URL('../../../src/render/verdict/verdict.schema.json', import.meta.url), 'utf8'));
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile(typeof schema === 'object' && schema !== null ? schema : {});

  test.each(verdicts)('%s', (_, verdict) => {
    validate(JSON.parse(renderVerdictJson(verdict, { version: '1.2.3' })));
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe('text keeps to its columns, but for what must be copied whole', () => {
  test.each([60, 80, 120])('%i', (columns) => {
    for (const [, verdict] of verdicts) {
      const wide = renderVerdictText(verdict, { ...plain, columns })
        .split('\n')
        .filter((line) => line.length > columns && !/[0-9a-f]{8}-[0-9a-f]{4}|\/api\/v1|\(\w+=|^ {2}\S.* {2,}\S/.test(line));
      expect(wide).toEqual([]);
    }
  });
});

test('colour only repeats what words say', () => {
  for (const [, verdict] of verdicts) {
    const painted = renderVerdictText(verdict, {
      columns: 100,
      style: { paint: (text, tone) => (tone === 'plain' ? text : `\u001b[1m${text}\u001b[0m`) },
    });
    expect(painted.replaceAll(/\u001b\[\d+m/g, '')).toBe(renderVerdictText(verdict, plain));
  }
});

describe('names that were made to harm', () => {
  const name = '</h2><script>alert(1)</script> | **x** [y](javascript:z) `\u001b[2J\u202e';
  const escaped = name.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\u001b/, '');
  const hostile = judged(
    `<coSpace id="bbbbbbbb-0000-4000-8000-000000000001"><name>${escaped}</name><uri>${escaped}</uri></coSpace>` +
      `<accessMethod id="cccccccc-0000-4000-8000-000000000001"><name>${escaped}</name><uri>a</uri></accessMethod>`,
  );

  test('are shown in HTML, not run', () => {
    const html = renderVerdictHtml(hostile);
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).not.toMatch(/<script/i);
    expect(html).not.toContain('\u202e');
  });

  test('are plain in Markdown', () => {
    const markdown = renderVerdictMarkdown(hostile);
    expect(markdown).not.toMatch(/<script|[^\\]\]\(javascript|[^\\*]\*\*x/);
    for (const line of markdown.split('\n').filter((each) => each.startsWith('| URI'))) {
      expect(line.replaceAll('\\|', '').split('|')).toHaveLength(6);
    }
  });

  test('move no cursor in a terminal', () => {
    expect(renderVerdictText(hostile, plain)).not.toMatch(/[\u001b\u202e]/);
  });
});

test('the page needs nothing from elsewhere', () => {
  for (const [, verdict] of verdicts) expect(renderVerdictHtml(verdict)).not.toMatch(/(?:src|href)=|url\(|@import|<script/i);
});

test('a space with more ways in than a picture can hold has its tables', () => {
  const methods = Array.from(
    { length: 80 },
    (_, n) => `<accessMethod id="cccccccc-0000-4000-8000-${String(n).padStart(12, '0')}"><uri>way${n}</uri></accessMethod>`,
  );
  const html = renderVerdictHtml(judged(`<coSpace id="bbbbbbbb-0000-4000-8000-000000000001"><uri>all</uri></coSpace>${methods.join('')}`));
  expect(html).not.toContain('<svg');
  expect(html).toContain('URI way79');
});
