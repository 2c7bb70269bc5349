/** Words at the turning points, between the strip and the lanes: who came or went, and what that did. */
import { bisectRight } from 'd3-array';
import type { Link, Picture } from '#view/picture.ts';
import type { Frame } from './frame.ts';
import { linkWords, type PlacedLink } from './link.ts';
import { group, type Pen, path, px, write } from './pen.ts';
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

interface Taken {
  readonly left: number;
  readonly right: number;
  readonly line: number;
}

type Room = Pick<Frame, 'picture' | 'plot' | 'aside' | 'scale'>;

/**
 * Finds room for the words: on either side of their line, in one of a few lines of text, not on other words and not on other lines.
 * Where there are many, those that changed most lanes choose first.
 */
export function placeCallouts(room: Room, links: readonly PlacedLink[]): readonly Callout[] {
  const stems = [...new Set(links.map(({ x }) => x))].sort((a, b) => a - b);
  const taken: Taken[] = [];
  const crowded = links.length > 8;
  const wanted = [...links].sort((a, b) => (crowded ? b.link.effects.length - a.link.effects.length : 0) || a.x - b.x);
  const found = wanted.map(({ link, x }): Callout => {
    for (const words of candidates(room.picture, link)) {
      const place = freePlace(room, stems, taken, x, textWidth(words, size));
      if (place === null) continue;
      taken.push(place);
      return { link, x, text: { left: place.left, words, line: place.line } };
    }
    return { link, x, text: null };
  });
  return found.sort((a, b) => a.x - b.x);
}

/** The first place beside a line that is wide enough, from the top down, right before left. */
function freePlace(
  { plot, aside, scale }: Room,
  stems: readonly number[],
  taken: readonly Taken[],
  x: number,
  width: number,
): Taken | null {
  const meets = (other: { readonly left: number; readonly right: number }, { left, right }: Taken, apart: number): boolean =>
    other.left < right + apart && other.right > left - apart;
  const places = Array.from({ length: most }, (_, line) =>
    [x + 8, x - 8 - width].map((left) => ({ left, right: left + width, line })),
  ).flat();
  const free = places.find(
    (place) =>
      place.left >= plot.left - 8 &&
      place.right <= aside.right &&
      !isCrossed(place, stems, x) &&
      !scale.folds.some((fold) => meets(fold, place, 0)) &&
      !taken.some((other) => other.line === place.line && meets(other, place, 14)),
  );
  return free ?? null;
}

/** Whether the line of another runs through a place, or close by; the lines stand in the order of their places. */
function isCrossed({ left, right }: Taken, stems: readonly number[], own: number): boolean {
  let at = bisectRight(stems, left - 6);
  if (stems[at] === own) at += 1;
  return (stems[at] ?? Number.POSITIVE_INFINITY) < right + 6;
}

/** Texts to try, the longest first. */
function* candidates(picture: Picture, link: Link): Generator<string> {
  const words = linkWords(picture, link);
  const last = words.at(-1) ?? words[0];
  yield* words.filter((text) => textWidth(text, size) <= 420);
  yield shorten(last, 240);
  yield shorten(last, 140);
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
  const crowded = callouts.length > 30;
  const numbers = new Map(frame.picture.links.map((link, number) => [link, number]));
  for (const { link, x, text } of callouts) {
    // Without words a line down to the lane says nothing that the lane does not.
    if (crowded && text === null) continue;
    const tone = link.kind === 'activator-joined' ? 'arrival' : 'departure';
    const to = frame.rowOf.get(link.by)?.bar.top ?? top;
    const made = group(pen, { class: 'callout', 'data-link': String(numbers.get(link)) });
    path(made, `M${px(x)},${px(top)}V${px(to)}`, `s-${tone}`, { 'data-x': px(x), 'stroke-width': 1.2, 'stroke-dasharray': '2 3' });
    if (text === null) continue;
    write(made, { x: text.left, y: top + 17 + text.line * lineHeight, text: text.words, size, tone: `t-${tone}`, at: x });
  }
}
