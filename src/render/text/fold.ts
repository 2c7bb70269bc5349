/** Records in columns: broken at blanks, or anywhere in what has none, and never shortened, because they are proof. */
import { widthOf } from '#view/shorten.ts';

export function folded(text: string, columns: number): readonly string[] {
  const room = Math.max(8, columns);
  const lines: string[] = [];
  let line: string | null = null;
  for (const word of text.split(' ')) {
    for (const [index, piece] of pieces(word, room).entries()) {
      const fits: boolean = line !== null && index === 0 && widthOf(line) + 1 + widthOf(piece) <= room;
      if (line !== null && !fits) lines.push(line);
      line = line !== null && fits ? `${line} ${piece}` : piece;
    }
  }
  return [...lines, line ?? ''];
}

/** A word in pieces of at most so many columns. */
function pieces(word: string, room: number): readonly string[] {
  if (widthOf(word) <= room) return [word];
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const sign of word) {
    const width = widthOf(sign);
    if (used + width > room) {
      found.push(piece);
      piece = '';
      used = 0;
    }
    piece += sign;
    used += width;
  }
  return [...found, piece];
}
