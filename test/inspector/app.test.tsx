/** The component, as ink has it (ink-testing-library): what a terminal sends for a key, and the frame that comes of it. */
import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { InspectorApp } from '#render/inspector/app.tsx';
import { keyTable } from '#render/inspector/keys.ts';
import { type Opened, openSample, plain } from './support.ts';

const size = { columns: 100, rows: 24 };

interface Shown {
  readonly opened: Opened;
  /** What was written past ink. */
  readonly written: readonly string[];
  /** Writes bytes to the keyboard; comes back with the frame that they lead to. */
  types(...bytes: readonly string[]): Promise<string>;
}

/** Longer than ink waits for what may follow an Esc. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

async function show(): Promise<Shown> {
  const opened = openSample('scenario-3-pin-timeout.log', size);
  const written: string[] = [];
  const write = (text: string): void => void written.push(text);
  const { stdin, lastFrame } = render(
    <InspectorApp store={opened} style={plain} write={write} painter={null} onReady={() => undefined} onFault={() => undefined} />,
  );
  await settled();
  return {
    ...{ opened, written },
    async types(...bytes) {
      await settled();
      for (const each of bytes) {
        stdin.write(each);
        await settled();
      }
      return lastFrame() ?? '';
    },
  };
}

afterEach(cleanup);

const esc = '\u001b';
/** What terminals send for keys that have a name; xterm's, and where others differ, theirs too. */
const sent: Readonly<Record<string, readonly string[]>> = {
  up: [`${esc}[A`, `${esc}OA`],
  down: [`${esc}[B`, `${esc}OB`],
  right: [`${esc}[C`, `${esc}OC`],
  left: [`${esc}[D`, `${esc}OD`],
  'shift-right': [`${esc}[1;2C`],
  'shift-left': [`${esc}[1;2D`],
  'page-up': [`${esc}[5~`],
  'page-down': [`${esc}[6~`],
  home: [`${esc}[H`, `${esc}[1~`, `${esc}OH`],
  end: [`${esc}[F`, `${esc}[4~`, `${esc}OF`],
  enter: ['\r'],
  escape: [esc],
  tab: ['\t'],
  'shift-tab': [`${esc}[Z`],
  backspace: ['\u007f', '\b'],
  space: [' '],
  'ctrl-b': ['\u0002'],
  'ctrl-c': ['\u0003'],
  'ctrl-d': ['\u0004'],
  'ctrl-f': ['\u0006'],
  'ctrl-u': ['\u0015'],
  'ctrl-z': ['\u001a'],
};

describe('keyboard', () => {
  const names = keyTable.flatMap(({ keys }) => keys);
  it.each(names.flatMap((name) => (sent[name] ?? [name]).map((bytes) => [name, bytes] as const)))('%s is %j', async (name, bytes) => {
    const pressed: string[] = [];
    const shown = await show();
    const { press } = shown.opened;
    Object.assign(shown.opened, {
      press(keys: Parameters<typeof press>[0]) {
        pressed.push(...keys.map((each) => each.name));
      },
    });
    await shown.types(bytes);
    expect(pressed).toEqual([name]);
  });

  it('several keys in one piece, as over a slow link, are several keys', async () => {
    const shown = await show();
    expect(await shown.types('jj]')).toContain('▶ Meetings');
    expect(await shown.types('2jj')).toContain('▌○ 210@desk.example');
  });
});

describe('frames', () => {
  it('the list first, closer with Enter, back with Esc', async () => {
    const shown = await show();
    expect(await shown.types()).toContain('▶ Meetings  by time');
    expect(await shown.types('\r')).toContain('▶ Timeline  2017-04-03 13:59:20.418');
    expect(await shown.types('\r')).toContain('▶ Details');
    expect(await shown.types(esc, esc)).toContain('▶ Meetings');
  });

  it('a search is seen while it is written, and its places are found', async () => {
    const shown = await show();
    expect(await shown.types('/', '211')).toContain('/211');
    expect(await shown.types('\r')).toContain('▌○ 211@desk.example');
  });

  it('a size that changes changes the frame', async () => {
    const shown = await show();
    shown.opened.tell((state) => ({ ...state, size: { columns: 60, rows: 15 } }));
    const lines = (await shown.types()).split('\n');
    expect(lines.length).toBe(15);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});

describe('mouse', () => {
  it('is left alone until it is asked for, zooms the timeline, and is given back', async () => {
    const shown = await show();
    await shown.types('2', `${esc}[<64;10;10M`);
    expect(shown.written).toEqual([]);
    await shown.types('0', 'm');
    expect(shown.written.join('')).toBe(`${esc}[?1000h${esc}[?1006h`);
    expect(await shown.types(`${esc}[<64;10;10M`)).toContain('of it');
    await shown.types(`${esc}[<65;10;10M`);
    expect(shown.opened.state().window).toBeNull();
    await shown.types('m');
    expect(shown.written.join('')).toMatch(/\u001b\[\?1006l\u001b\[\?1000l$/u);
  });

  it('moves in lists; its buttons do nothing', async () => {
    const shown = await show();
    await shown.types('m', '3');
    const before = shown.opened.state().fact;
    await shown.types(`${esc}[<0;5;5M`, `${esc}[<0;5;5m`);
    expect(shown.opened.state().fact).toBe(before);
    await shown.types(`${esc}[<65;5;5M`);
    expect(shown.opened.state().fact).toBeGreaterThan(before);
  });

  it('is given back also when the inspector ends', async () => {
    const shown = await show();
    await shown.types('m');
    cleanup();
    expect(shown.written.at(-1)).toBe(`${esc}[?1006l${esc}[?1000l`);
  });
});
