/** The report and the diagram in a real browser, from a disk. Skipped, and said so, where there is no Chromium. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Analysis } from '#model/index.ts';
import { drawHtml } from '#render/picture/html.ts';
import { drawSvg } from '#render/svg/index.ts';
import { textWidth } from '#render/svg/text.ts';
import { cases } from '../svg/cases.ts';
import { analysis, crowd } from '../svg/made.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (executablePath === undefined) process.stderr.write('Browser tests skipped: there is no Chromium on this machine.\n');

const options = { zone: 'UTC', version: '1.2.3', redacted: false } as const;

describe.skipIf(executablePath === undefined)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cms-timeline-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  interface Opened {
    readonly page: Page;
    /** Errors, messages, dialogs and requests: there should be none. */
    readonly noise: readonly string[];
  }

  async function open(text: string, ending: 'html' | 'svg'): Promise<Opened> {
    const file = join(folder, `${Math.random().toString(36).slice(2)}.${ending}`);
    writeFileSync(file, text);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const noise: string[] = [];
    page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
    page.on('console', (message) => noise.push(`console: ${message.text()}`));
    page.on('dialog', (dialog) => {
      noise.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) noise.push(`request: ${request.url()}`);
    });
    await page.goto(`file://${file}`);
    return { page, noise };
  }

  const report = (each: Analysis): Promise<Opened> => open(drawHtml(each, options), 'html');

  test.each(Object.entries(cases))('%s: the report opens without an error, a dialog or a request', async (_, each) => {
    const { page, noise } = await report(each);
    expect(await page.locator('html').getAttribute('class')).toBe('live');
    expect(await page.locator('script').count()).toBe(2);
    expect(noise).toEqual([]);
    await page.close();
  });

  test.each(Object.entries(cases))('%s: texts are no wider than thought', async (_, each) => {
    const { page, noise } = await open(drawSvg(each, options), 'svg');
    const texts: readonly { readonly text: string; readonly size: number; readonly heavy: boolean; readonly width: number }[] =
      await page.evaluate(
        `[...document.querySelectorAll('text')].map((text) => ({
        text: [...text.childNodes].filter(({ nodeName }) => nodeName !== 'title').map(({ textContent }) => textContent).join(''),
        size: Number.parseFloat(getComputedStyle(text).fontSize),
        heavy: text.getAttribute('font-weight') !== null,
        width: text.getComputedTextLength(),
      }))`,
      );
    for (const { text, size, heavy, width } of texts) expect(width, text).toBeLessThanOrEqual(textWidth(text, size, heavy) + 1);
    expect(noise).toEqual([]);
    await page.close();
  });

  describe('the report', () => {
    test('a click on a state shows the log lines behind it; Escape closes', async () => {
      const { page, noise } = await report(analysis(crowd(3)));
      await page.click('.lane[data-row="1"] .state[data-state="1"]');
      expect(await page.locator('#panel h2').textContent()).toBe('2000@example.org');
      expect(await page.locator('#panel h3').textContent()).toContain('in the lobby, 18 min 00 s: joined, no host there');
      expect(await page.locator('#panel code').allTextContents()).toEqual([
        'Mar  5 09:00:00.000 user.info bridge1 host:server:  INFO : record 1 <of> "the" log & more',
      ]);
      await page.keyboard.press('Escape');
      expect(await page.locator('#panel').isHidden()).toBe(true);
      expect(noise).toEqual([]);
      await page.close();
    });

    test('links, findings and lines of the chronicle can be asked too', async () => {
      const { page } = await report(cases['a dozen'] ?? analysis([]));
      await page.click('.callout[data-link="0"] text');
      expect(await page.locator('#panel h2').textContent()).toContain('released');
      await page.click('.findings [data-finding="1"]');
      expect(await page.locator('#panel h2').textContent()).toContain('Finding 2');
      await page.click('.chronicle [data-at="end"] >> nth=0');
      expect(await page.locator('#panel h3').first().textContent()).toContain('left');
      await page.close();
    });

    test('everything can be reached by keyboard', async () => {
      const { page } = await report(analysis(crowd(3)));
      await page.focus('.lane[data-row="0"]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await page.locator('#panel h2').textContent()).toBe('2000@example.org');
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      expect(await page.evaluate('document.activeElement.id')).toBe('who');
      await page.close();
    });

    test('a filter dims who does not fit, and leaves their lines out', async () => {
      const { page } = await report(analysis(crowd(9)));
      await page.fill('#who', '2003@');
      expect(await page.locator('.lane:not(.dim)').count()).toBe(1);
      expect(await page.locator('#count').textContent()).toBe('1 of 10 participants');
      for (const line of await page.locator('.chronicle li:not([hidden])').allTextContents()) expect(line).toMatch(/2003@|joined: |left: /);
      await page.fill('#who', '');
      await page.selectOption('#role', 'host');
      expect(await page.locator('.lane:not(.dim)').count()).toBe(1);
      await page.click('button[type=reset]');
      await expect.poll(() => page.locator('.lane.dim').count()).toBe(0);
      await page.close();
    });

    test('zooming and moving keep what is true: ticks in order, bars inside the plot, the whole as at first', async () => {
      const { page, noise } = await report(cases['an hour, then a week of quiet'] ?? analysis([]));
      const ticks = (): Promise<string[]> => page.locator('.axis .ticks text:visible').allTextContents();
      const before = await ticks();
      for (const act of ['in', 'in', 'on', 'in', 'back']) await page.click(`[data-act="${act}"]`);
      const zoomed = await ticks();
      expect(zoomed).not.toEqual(before);
      expect(zoomed.toSorted()).toEqual(zoomed);
      await page.click('[data-act="whole"]');
      expect(await ticks()).toEqual(before);
      await page.focus('.lane[data-row="0"]');
      await page.keyboard.press('+');
      expect(await page.locator('.figure.zoomed').count()).toBe(1);
      await page.keyboard.press('0');
      expect(await page.locator('.figure.zoomed').count()).toBe(0);
      expect(noise).toEqual([]);
      await page.close();
    });

    test('dragging moves a zoomed diagram, and is no click', async () => {
      const { page } = await report(analysis(crowd(9)));
      await page.click('[data-act="in"]');
      const before = await page.locator('.axis .ticks text:visible').allTextContents();
      const box = await page.locator('.lane[data-row="2"] .plot').boundingBox();
      if (box === null) throw new Error('no lane');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 - 150, box.y + box.height / 2, { steps: 5 });
      await page.mouse.up();
      expect(await page.locator('.axis .ticks text:visible').allTextContents()).not.toEqual(before);
      expect(await page.locator('#panel').isHidden()).toBe(true);
      await page.close();
    });

    test('without scripts it still shows diagram, findings and chronicle', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      const file = join(folder, 'still.html');
      writeFileSync(file, drawHtml(cases['a dozen'] ?? analysis([]), options));
      await page.goto(`file://${file}`);
      expect(await page.locator('svg').isVisible()).toBe(true);
      expect(await page.locator('.filters').isVisible()).toBe(false);
      expect(await page.locator('.chronicle li').count()).toBeGreaterThan(20);
      await context.close();
    });
  });
});
