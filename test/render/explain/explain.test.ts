/** What `explain` writes, in each of its formats. */
import { readFileSync } from 'node:fs';
import { marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { rules } from '#findings/index.ts';
import type { Analysis } from '#model/index.ts';
import { renderExplanationJson } from '#render/data/explain.ts';
import { renderExplanation } from '#render/text/explain.ts';
import { createStyle } from '#render/text/style.ts';
import { jira } from '#render/ticket/jira.ts';
import { markdown } from '#render/ticket/markdown.ts';
import { renderTicket } from '#render/ticket/ticket.ts';
import { clockFace } from '#view/axis.ts';
import { askedMoment, type Explanation, explanationOf } from '#view/chronicle/explanation.ts';
import { participantTest } from '#view/select.ts';
import { widthOf } from '#view/shorten.ts';
import { momentWindow, statedTime } from '#view/window.ts';
import { analyze } from '../../../src/analyze.ts';
import { analysisOf, meeting } from '../../fixtures/build.ts';
import { crowd, cutOff, severalHosts } from '../../fixtures/meetings.ts';
import { hostileNames, unsafe } from '../hostile.ts';

const samples = new URL('../../../samples/', import.meta.url);
const sample = (name: string): Analysis => analyze([{ name, text: readFileSync(new URL(name, samples)) }], { now: Date.UTC(2026, 10, 24) });
const pins = sample('scenario-3-pin-timeout.log');
const checks = new Map(rules.map(({ code, check }) => [code, check]));

function explained(of: Analysis, asked: { readonly participant?: string; readonly at?: string } = {}): Explanation {
  const time = asked.at === undefined ? null : statedTime(asked.at, 'UTC');
  return explanationOf(of, {
    face: clockFace('UTC'),
    window: null,
    isAsked: asked.participant === undefined ? null : participantTest([asked.participant]),
    at: time === null ? null : askedMoment(momentWindow(time, 'UTC'), time.unit),
  });
}

type Detail = 'text' | 'lines' | 'none';

function text(of: Analysis, explanation: Explanation, options: { readonly columns?: number; readonly evidence?: Detail } = {}): string {
  const style = createStyle({ colour: false, unicode: true });
  return renderExplanation(explanation, of, {
    columns: options.columns ?? 100,
    style,
    zone: 'UTC',
    evidence: options.evidence ?? 'text',
    checks,
  });
}

function ticket(of: Analysis, kind: 'markdown' | 'jira', evidence: Detail = 'text', picture: string | null = 'lobby.png'): string {
  const markup = kind === 'jira' ? jira : markdown;
  return renderTicket(explained(of), of, { markup, face: clockFace('UTC'), version: '1.2.3', evidence, checks, picture });
}

const hostile = analysisOf(
  [
    meeting(
      // So many that each is still told by itself.
      hostileNames.slice(0, 19).map((name, index) => ({
        id: `p${index}`,
        name,
        turns: [{ state: 'lobby', from: Date.UTC(2024, 2, 5) + index * 1000 } as const],
        left: Date.UTC(2024, 2, 5, 0, 1),
        reason: name,
      })),
    ),
  ],
  { name: hostileNames[16] ?? '' },
);

describe('as text', () => {
  it('is what a person would write', async () => {
    await expect(text(pins, explained(pins), { columns: 90 })).toMatchFileSnapshot('golden/scenario-3.txt');
  });

  it('of a moment says who was in which state, and nothing of the configuration', async () => {
    await expect(text(pins, explained(pins, { at: '14:00:50' }), { evidence: 'lines' })).toMatchFileSnapshot('golden/scenario-3.at.txt');
  });

  it('of a moment in which something happened tells that, too', () => {
    expect(text(pins, explained(pins, { at: '14:00:28' }), { evidence: 'none' })).toMatch(
      /What happened in that moment\n {2}14:00:28\.345 {2}Host petra\.host@desk\.example joined/u,
    );
  });

  it('of a participant tells only that one, about the whole meeting', async () => {
    await expect(text(pins, explained(pins, { participant: '211' }), { evidence: 'lines' })).toMatchFileSnapshot(
      'golden/scenario-3.participant.txt',
    );
  });

  it('of a moment at which there was no meeting says so', () => {
    expect(text(pins, explained(pins, { at: '03:00' }))).toMatch(
      /^There is nothing to explain: no meeting in this log, or none that was asked for\./u,
    );
  });

  it.each([
    ['hostile names', hostile],
    ['a crowd', crowd(1000)],
    ['several hosts', severalHosts],
    ['a log that is cut off', cutOff],
  ])('of %s fits the columns, whatever they are, and has nothing that a terminal obeys', (_, of) => {
    for (const columns of [60, 80, 140]) {
      const lines = text(of, explained(of), { columns }).split('\n');
      expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
      expect(lines.join('\n')).not.toMatch(unsafe);
    }
  });
});

describe('as Markdown', () => {
  it('is a summary to paste', async () => {
    await expect(ticket(pins, 'markdown')).toMatchFileSnapshot('golden/scenario-3.md');
  });

  it('is read by a Markdown reader as the picture, a table, lists and code, and names are names', () => {
    const tokens: Token[] = [];
    marked.walkTokens(marked.lexer(ticket(hostile, 'markdown')), (token) => {
      tokens.push(token);
    });
    const kinds = new Set(tokens.map(({ type }) => type));
    expect([...kinds].sort()).toEqual(['code', 'codespan', 'heading', 'image', 'list', 'list_item', 'paragraph', 'space', 'table', 'text']);
    const spans = tokens.flatMap((token) => (token.type === 'codespan' && 'text' in token ? [String(token.text)] : []));
    for (const index of [0, 1, 2, 3, 4, 17, 18]) expect(spans).toContain(hostileNames[index]);
  });

  it('needs no more backticks than a record holds', () => {
    const of = analysisOf([meeting([{ id: 'a', name: 'a ```` b', turns: [{ state: 'lobby', from: 0 }] }])]);
    const tokens = marked.lexer(ticket(of, 'markdown'));
    expect(tokens.filter(({ type }) => type === 'code')).toHaveLength(1);
  });
});

describe('as wiki markup of Jira', () => {
  it('is a summary to paste', async () => {
    await expect(ticket(pins, 'jira', 'lines')).toMatchFileSnapshot('golden/scenario-3.jira');
  });

  it('has no markup but its own, whatever the names', () => {
    const written = ticket(hostile, 'jira');
    const [head = '', block = ''] = written.split('{noformat}');
    expect(written.match(/\{noformat\}/gu)).toHaveLength(2);
    expect(block).not.toContain('{noformat');
    // Without what the ticket itself writes, nothing is left that could be markup.
    const rest = head
      .replace(/^!lobby\.png\|width=900!$/mu, '')
      .replace(/^h3\. |^\* /gmu, '')
      .replace(/\{\{|\}\}/gu, '')
      .replace(/^\|.*\|$/gmu, (line) => line.replaceAll('|', ' '))
      .replace(/&#\d+;/gu, '');
    expect(rest).not.toMatch(/[\\{}[\]|*_+^~!?#<>&]/u);
    expect(rest).not.toMatch(/\([xyni/!+\-?*]\)|[:;][)(DPp]/u);
  });
});

describe('as JSON', () => {
  it('has the sentences with their participants and evidence, the findings with what to check, and the configuration', () => {
    const data = JSON.parse(renderExplanationJson(explained(pins), { version: '1', evidence: 'lines', checks }));
    expect(data).toMatchObject({
      version: 1,
      spaces: [
        {
          name: 'Customer call 12/b',
          meetings: [
            {
              start: '2017-04-03T13:59:30.579Z',
              at: null,
              chronicle: expect.arrayContaining([
                {
                  at: '2017-04-03T14:00:28.345Z',
                  until: null,
                  kind: 'joined',
                  sentence:
                    'Host petra.host@desk.example joined 6.568 s after calling and let in 2 guests (210@desk.example after 57.766 s and 211@desk.example after 30.181 s).',
                  participants: ['p3', 'p1', 'p2'],
                  evidence: [15, 16, 17].map((line) => ({ input: 'scenario-3-pin-timeout.log', line, text: '' })),
                },
              ]),
            },
          ],
          configuration: expect.arrayContaining([
            expect.objectContaining({ what: 'deactivationMode', value: 'deactivate', confidence: 'probable' }),
          ]),
        },
      ],
      findings: [{ code: 'back-to-lobby', severity: 'info', check: expect.stringContaining('deactivationModeTime') }],
    });
  });

  it('gives every name back, and has nothing that a terminal obeys', () => {
    const json = renderExplanationJson(explained(hostile), { version: '1', evidence: 'text', checks });
    expect(json).not.toMatch(unsafe);
    expect(() => JSON.parse(json)).not.toThrow();
  });
});
