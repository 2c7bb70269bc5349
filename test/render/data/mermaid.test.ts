import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '#model/index.ts';
import { renderMermaid } from '#render/data/mermaid.ts';
import { createWindow, statedTime } from '#view/window.ts';
import { analyze } from '../../../src/analyze.ts';
import { analysisOf, meeting } from '../../fixtures/build.ts';
import { crowd, cutOff, overNight, threeMeetings } from '../../fixtures/meetings.ts';
import { hostileNames, unsafe } from '../hostile.ts';

const samples = new URL('../../../samples/', import.meta.url);
const sample = (name: string): Analysis => analyze([{ name, text: readFileSync(new URL(name, samples)) }], { now: Date.UTC(2026, 10, 24) });
const mermaid = (of: Analysis, zone = 'UTC'): string => renderMermaid(of, { zone, window: null });

/** What Mermaid itself understands of a chart. */
interface Chart {
  readonly title: string;
  readonly sections: readonly string[];
  readonly bars: readonly {
    readonly section: string;
    readonly text: string;
    readonly from: string;
    readonly ms: number;
    readonly tag: string;
  }[];
}

let understand: (text: string) => Promise<Chart>;

beforeAll(async () => {
  // Mermaid cleans its texts with DOMPurify, which asks for a window.
  const { window, document } = parseHTML('<html><body></body></html>');
  Object.assign(globalThis, { window, document });
  const { default: reader } = await import('mermaid');
  // Its placeholders for character references, which it puts back after drawing.
  const plain = (text: string): string => text.trim().replace(/ﬂ°°(\d+)¶ß/gu, (_, code) => String.fromCodePoint(Number(code)));
  understand = async (text) => {
    await reader.parse(text);
    const { db } = await reader.mermaidAPI.getDiagramFromText(text);
    if (!('getTasks' in db) || typeof db.getTasks !== 'function') throw new Error('no Gantt chart');
    const tasks: readonly {
      section: string;
      task: string;
      startTime: Date;
      endTime: Date;
      active?: boolean;
      crit?: boolean;
      done?: boolean;
    }[] = db.getTasks();
    return {
      title: plain(db.getDiagramTitle?.() ?? ''),
      sections: [...new Set(tasks.map(({ section }) => plain(section)))],
      bars: tasks.map(({ section, task, startTime, endTime, active, crit, done }) => ({
        section: plain(section),
        text: plain(task),
        from: startTime.toISOString(),
        ms: endTime.getTime() - startTime.getTime(),
        tag: active ? 'active' : crit ? 'crit' : done ? 'done' : '',
      })),
    };
  };
});

describe('mermaid', () => {
  it('is what a person would write', async () => {
    await expect(mermaid(sample('scenario-3-pin-timeout.log'))).toMatchFileSnapshot('golden/scenario-3.mmd');
  });

  it('is read by Mermaid as a section for each participant and a bar for each state', async () => {
    const { title, sections, bars } = await understand(mermaid(sample('scenario-3-pin-timeout.log')));
    expect(title).toBe('Customer call 12/b, 2017-04-03, times in UTC');
    expect(sections).toEqual(['petra.host@desk.example (host)', '210@desk.example (guest)', '211@desk.example (guest)']);
    expect(bars.filter(({ section }) => section.startsWith('210'))).toEqual([
      { section: '210@desk.example (guest)', text: 'calls', from: '2017-04-03T13:59:20.418Z', ms: 10_161, tag: 'done' },
      { section: '210@desk.example (guest)', text: 'in the lobby 57.766 s', from: '2017-04-03T13:59:30.579Z', ms: 57_766, tag: 'crit' },
      { section: '210@desk.example (guest)', text: 'active 34.566 s', from: '2017-04-03T14:00:28.345Z', ms: 34_566, tag: 'active' },
      { section: '210@desk.example (guest)', text: 'in the lobby 37.302 s', from: '2017-04-03T14:01:02.911Z', ms: 37_302, tag: 'crit' },
    ]);
  });

  it('gives every hostile name back as a name', async () => {
    const names = hostileNames.filter((name) => name.trim() !== '' && name.length < 60);
    const people = names.map((name, index) => ({
      id: `p${index}`,
      name,
      turns: [{ state: 'lobby', from: index * 1000 } as const],
      left: 60_000,
    }));
    const text = mermaid(analysisOf([meeting(people)], { name: hostileNames[16] ?? '' }));
    expect(text).not.toMatch(unsafe);
    expect(text).not.toMatch(/[<>"`]script|onload="/u);
    const { title, sections } = await understand(text);
    expect(title).toContain('Board: "Q3"; %% no comment');
    expect(sections).toHaveLength(names.length);
    expect(sections[0]).toBe('<script>alert(1)</script> (guest)');
    expect(sections).toContain('two␊lines␍␊  section three :crit, 2024-01-01, 1d (guest)');
    expect(sections.at(-1)).toBe('山田太郎 Zoë e\u0301 🚀 👩‍👩‍👧‍👦 مرحبا (guest)');
  });

  it.each<readonly [string, Analysis]>([
    ['a crowd', crowd(1000)],
    ['a log that begins and ends in the middle', cutOff],
    ['three meetings of one space', threeMeetings],
    ['a night over a change of clocks', overNight],
    ['no meeting at all', analysisOf([])],
    [
      'names of 10,000 characters, and none',
      analysisOf([
        meeting([
          { id: 'a', name: 'x'.repeat(10_000), turns: [{ state: 'lobby', from: 0 }] },
          { id: 'b', name: '', turns: [{ state: 'unknown', from: null }] },
        ]),
      ]),
    ],
  ])('of %s is read, and short enough to be drawn', async (_, of) => {
    const text = mermaid(of);
    expect(text.length).toBeLessThan(50_000);
    const { bars } = await understand(text);
    expect(bars.length).toBeGreaterThan(0);
    for (const { ms } of bars) expect(ms).toBeGreaterThan(0);
  });

  it('says how many participants it leaves out', () => {
    expect(mermaid(crowd(1000))).toMatch(/%% \d+ more participants are left out/u);
  });

  it('writes times of the zone that is shown, and only those of the window', async () => {
    const window = createWindow({ from: statedTime('16:00:28', 'Europe/Vienna'), to: null }, 'Europe/Vienna');
    const { bars } = await understand(renderMermaid(sample('scenario-3-pin-timeout.log'), { zone: 'Europe/Vienna', window }));
    expect(bars.find(({ section, tag }) => section.startsWith('210') && tag === 'crit')?.from).toBe('2017-04-03T16:00:28.000Z');
  });

  it('numbers those of one name, which Mermaid would put in one row', async () => {
    const twice = ['p1', 'p2'].map((id, index) => ({ id, name: 'ann', turns: [{ state: 'lobby', from: index } as const], left: 10 }));
    const { sections } = await understand(mermaid(analysisOf([meeting(twice)])));
    expect(sections).toEqual(['ann (guest)', 'ann (guest) – 2']);
  });
});
