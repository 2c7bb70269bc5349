/** Words at the turning points, between the strip and the lanes: who came or went, and what that did. */
import type { Link, Picture } from '#view/picture.ts';
import type { Frame } from './frame.ts';
import { type Pen, group, path, px, write } from './pen.ts';
import { linkWords, type PlacedLink } from './link.ts';
import { shortened, textWidth } from './text.ts';

const size = 11;
const lineHeight = 17;
const most = 3;

export interface Callout {
  readonly link: Link;
  /** px of the cause. */
  readonly x: number;
  /** Left edge of the text, its text, and its line, from 0; null = no room. */
  readonly text: { readonly left: number; readonly words: string; readonly line: number } | null;
}

/** Room that callouts take, px. */
export function calloutHeight(callouts: readonly Callout[]): number {
  if (callouts.length === 0) return 6;
  const lines = callouts.reduce((sum, { text }) => Math.max(sum, text === null ? 0 : text.line + 1), 0);
  return lines * lineHeight + 10;
}

/**
 * Finds room for the words: on either side of their line, in one of a few lines of text, not on other words and not on other lines.
 * Those that changed most lanes choose first.
 */
export function placeCallouts(
  frame: Pick<Frame, 'picture' | 'plot' | 'aside' | 'label'>,
  links: readonly PlacedLink[],
): readonly Callout[] {
  const stems = links.map(({ x }) => x);
  const taken: { readonly left: number; readonly right: number; readonly line: number }[] = [];
  const wanted = [...links].sort((a, b) => b.link.effects.length - a.link.effects.length || a.x - b.x);
  const found = wanted.map(({ link, x }): Callout => {
    for (const words of candidates(frame.picture, link)) {
      const width = textWidth(words, size);
      for (let line = 0; line < most; line += 1) {
        for (const left of [x + 8, x - 8 - width]) {
          const right = left + width;
          if (left < frame.plot.left - 8 || right > frame.aside.right) continue;
          if (stems.some((stem) => stem !== x && stem > left - 6 && stem < right + 6)) continue;
          if (taken.some((other) => other.line === line && other.left < right + 14 && other.right > left - 14)) continue;
          taken.push({ left, right, line });
          return { link, x, text: { left, words, line } };
        }
      }
    }
    return { link, x, text: null };
  });
  return found.sort((a, b) => a.x - b.x);
}

/** Texts to try, the longest first. */
function candidates(picture: Picture, link: Link): readonly string[] {
  const words = linkWords(picture, link);
  const last = words.at(-1) ?? words[0];
  return [...words.filter((text) => textWidth(text, size) <= 420), shorten(last, 240), shorten(last, 140)];
}

/** The name gives way before what it did. */
function shorten(words: string, room: number): string {
  if (textWidth(words, size) <= room) return words;
  const cut = words.search(/ (?:joined|left): [^:]*$/u);
  if (cut < 0) return shortened(words, room, size);
  const deed = words.slice(cut);
  return `${shortened(words.slice(0, cut), Math.max(room - textWidth(deed, size), 24), size)}${deed}`;
}

/** Draws words, and the line from the strip down to the lane of who came or went. */
export function drawCallouts(pen: Pen, frame: Frame, callouts: readonly Callout[]): void {
  const top = frame.strip.top + frame.strip.height;
  for (const { link, x, text } of callouts) {
    const tone = link.kind === 'activator-joined' ? 'arrival' : 'departure';
    const to = frame.rowOf.get(link.by)?.bar.top ?? top;
    const made = group(pen, { class: 'callout' });
    path(made, `M${px(x)},${px(top)}V${px(to)}`, `s-${tone}`, { 'stroke-width': 1.2, 'stroke-dasharray': '2 3' });
    if (text === null) continue;
    write(made, { x: text.left, y: top + 17 + text.line * lineHeight, text: text.words, size, tone: `t-${tone}` });
  }
}
