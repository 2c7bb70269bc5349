/** What the painter writes turns one screen into the next, on a terminal of a few lines of code. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, createPainter } from '#render/inspector/painter.ts';
import { paintRow, piece, type Row } from '#render/inspector/row.ts';
import { screenOf } from '#render/inspector/screen.ts';
import { createStyle, type Tone } from '#render/text/style.ts';
import { widthOf } from '#view/shorten.ts';
import { openSample } from './support.ts';

const style = createStyle({ colour: true, unicode: true, depth: '256' });

/** Cells with their styles: what a person sees. */
class Screen {
  readonly rows: string[][];
  private row = 0;
  private column = 0;
  private style = '';
  private readonly widthHere: (segment: string) => number;

  /** @param widthHere how wide the terminal takes a character for */
  constructor(columns: number, rows: number, widthHere: (segment: string) => number = widthOf) {
    this.widthHere = widthHere;
    this.rows = Array.from({ length: rows }, () => new Array<string>(columns).fill(' '));
  }

  write(text: string): void {
    for (const [part, at] of text.matchAll(/\u001b\[(\?2026[hl]|[\d;]*[GHKXm])|[^\u001b]+/gu)) {
      if (at === undefined) this.put(part);
      else if (at.endsWith('H'))
        [this.row = 0, this.column = 0] = at
          .slice(0, -1)
          .split(';')
          .map((each) => Number(each) - 1);
      else if (at.endsWith('G')) this.column = Number(at.slice(0, -1)) - 1;
      else if (at.endsWith('X')) this.rows[this.row]?.fill(' ', this.column, this.column + Number(at.slice(0, -1)));
      else if (at === 'K') this.rows[this.row]?.fill(' ', this.column);
      else if (at.endsWith('m')) this.style = at === '0m' ? '' : `${this.style}${at}`;
    }
  }

  private put(text: string): void {
    const cells = this.rows[this.row];
    for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
      const width = this.widthHere(segment);
      if (cells === undefined || width === 0) continue;
      // Faint and bold blanks look like blanks; inverse ones do not.
      cells[this.column] = segment === ' ' && !this.style.includes('7') ? ' ' : `${this.style}${segment}`;
      for (let more = 1; more < width; more += 1) cells[this.column + more] = '';
      this.column += width;
    }
  }
}

const tones: readonly Tone[] = ['plain', 'faint', 'strong', 'host', 'lobby', 'active', 'warning', 'error', 'heading'];
const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '░', '│', 'é', 'e\u0301', '漢', '👍🏽', '▌'), maxLength: 9 });
const pieces = fc.record({ text: texts, tone: fc.constantFrom(...tones), isInverse: fc.boolean() });
const rows: fc.Arbitrary<Row> = fc
  .array(pieces, { maxLength: 5 })
  .map((all) => all.map(({ text, tone, isInverse }) => (isInverse ? { text, tone, inverse: true } : piece(text, tone))));

describe('painter', () => {
  it('a line after a change looks as if it had been written whole', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const [before, after] = [paintRow(first, 30, style), paintRow(second, 30, style)];
        const [changed, whole] = [new Screen(30, 1), new Screen(30, 1)];
        changed.write(changeOf(null, before, 1));
        changed.write(changeOf(before, after, 1));
        whole.write(changeOf(null, after, 1));
        expect(changed.rows).toEqual(whole.rows);
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing moves on a terminal that takes foreign characters for wider or narrower', () => {
    const foreign = /[\u0300-\u1fff\u2600-\u{10ffff}]/u;
    const letters = (screen: Screen): readonly string[] => screen.rows[0]?.map((cell) => (/[ab│░▌]$/u.test(cell) ? cell : ' ')) ?? [];
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 0, max: 8 }), (first, second, width) => {
        const [before, after] = [paintRow(first, 60, style), paintRow(second, 60, style)];
        const [known, other] = [new Screen(80, 1), new Screen(80, 1, (segment) => (foreign.test(segment) ? width : widthOf(segment)))];
        for (const screen of [known, other]) {
          screen.write(changeOf(null, before, 1));
          screen.write(changeOf(before, after, 1));
        }
        expect(letters(other)).toEqual(letters(known));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['abc     .', 'abd     .', '\u001b[1;3Hd'],
    ['abc      ', 'abc      ', ''],
    ['\u001b[1mabc\u001b[0m def', '\u001b[1mabx\u001b[0m def', '\u001b[1;3H\u001b[1mx\u001b[0m'],
    ['漢 a      ', '漢 b      ', '\u001b[1;4Hb\u001b[K'],
    ['abcdef', 'a     ', '\u001b[1;2H\u001b[K'],
  ])('%j → %j', (before, after, written) => expect(changeOf(before, after, 1)).toBe(written));

  it('a walk through a log ends with the screen that was asked for, and no key writes a whole one', () => {
    const size = { columns: 100, rows: 30 };
    const opened = openSample('long-meeting-with-several-hosts.log', size);
    const screen = new Screen(size.columns, size.rows);
    let bytes = 0;
    const painter = createPainter((text) => {
      screen.write(text);
      bytes = text.length;
    });
    painter.paint(screenOf(opened.state(), style));
    for (const key of ['enter', 'down', ']', ']', '}', 'right', 'left', '+', '+', '0', 'tab', 'down', 'enter', 'escape', 'escape']) {
      painter.paint(screenOf(opened.keys(key).state(), style));
      if (['down', 'right', 'left'].includes(key)) expect(bytes).toBeLessThan(4500);
    }
    const whole = new Screen(size.columns, size.rows);
    createPainter((text) => whole.write(text)).paint(screenOf(opened.state(), style));
    expect(screen.rows).toEqual(whole.rows);
    painter.forget();
    painter.paint(screenOf(opened.state(), style));
    expect(screen.rows).toEqual(whole.rows);
  });
});
