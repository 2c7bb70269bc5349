/** Reads a drawing back: where its texts stand and where lines of links run, so that overlaps can be computed. */
import { DOMParser } from 'linkedom';
import { textWidth } from '#render/svg/text.ts';

export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

interface Node {
  readonly localName?: string | null;
  readonly childNodes: ArrayLike<Node>;
  readonly textContent: string | null;
  getAttribute?(name: string): string | null;
}

export interface Measured {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly TextBox[];
  /** Lines of links, without their rims and arrows. */
  readonly lines: readonly Line[];
  readonly elements: number;
}

export function measure(svg: string): Measured {
  const root: Node = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const texts: TextBox[] = [];
  const lines: Line[] = [];
  let elements = 0;
  const walk = (node: Node, dx: number, dy: number, size: number, anchor: string): void => {
    const read = (name: string): string | null => node.getAttribute?.(name) ?? null;
    if (node.localName == null) return;
    elements += 1;
    const [, tx = '0', ty = '0'] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(read('transform') ?? '') ?? [];
    const x = dx + Number(tx);
    const y = dy + Number(ty);
    const font = Number(read('font-size') ?? size);
    const side = read('text-anchor') ?? anchor;
    if (node.localName === 'text') {
      texts.push(box(node, x, y, font, side, read));
      return;
    }
    const classes = read('class') ?? '';
    if (node.localName === 'path' && /\bs-(?:arrival|departure)\b/.test(classes) && read('stroke-width') === '2')
      lines.push(...straight(read('d') ?? ''));
    for (const child of Array.from(node.childNodes)) walk(child, x, y, font, side);
  };
  walk(root, 0, 0, 16, 'start');
  return { width: Number(root.getAttribute?.('width')), height: Number(root.getAttribute?.('height')), texts, lines, elements };
}

function box(node: Node, dx: number, dy: number, size: number, anchor: string, read: (name: string) => string | null): TextBox {
  const shown = Array.from(node.childNodes).filter(({ localName }) => localName !== 'title');
  const text = shown.map(({ textContent }) => textContent ?? '').join('');
  const width = textWidth(text, size, read('font-weight') !== null);
  const x = dx + Number(read('x') ?? 0);
  const y = dy + Number(read('y') ?? 0);
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
  return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.22 };
}

/** The straight parts of a path of M, H and V. */
function straight(d: string): readonly Line[] {
  const lines: Line[] = [];
  let x = 0;
  let y = 0;
  for (const [, command, numbers = ''] of d.matchAll(/([MHV])([-\d.,]+)/g)) {
    const [first = 0, second = 0] = numbers.split(',').map(Number);
    const next = command === 'M' ? { x: first, y: second } : command === 'H' ? { x: first, y } : { x, y: first };
    if (command !== 'M') lines.push({ x1: Math.min(x, next.x), x2: Math.max(x, next.x), y1: Math.min(y, next.y), y2: Math.max(y, next.y) });
    ({ x, y } = next);
  }
  return lines;
}

/** What is wrong with a drawing: texts on texts, texts outside, lines through texts. Empty = nothing. */
export function faults({ width, height, texts, lines }: Measured): readonly string[] {
  const found: string[] = [];
  const ordered = [...texts].sort((a, b) => a.top - b.top);
  for (const [index, a] of ordered.entries()) {
    if (a.left < 0 || a.right > width || a.top < 0 || a.bottom > height) found.push(`outside: ${name(a)}`);
    for (const b of ordered.slice(index + 1)) {
      if (b.top >= a.bottom) break;
      if (a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom)
        found.push(`overlap: ${name(a)} and ${name(b)}`);
    }
    for (const { x1, x2, y1, y2 } of lines) {
      if (x1 < a.right - 1 && x2 > a.left + 1 && y1 < a.bottom && y2 > a.top) found.push(`a line runs through: ${name(a)}`);
    }
  }
  return found;
}

function name({ text, left, top }: TextBox): string {
  return `“${text.slice(0, 40)}” at ${Math.round(left)},${Math.round(top)}`;
}
