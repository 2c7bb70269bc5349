/** Records broken into lines as they stand: anywhere, with nothing left out. */
import { graphemesOf, widthOf } from '#view/shorten.ts';

export function cutText(text: string, room: number): readonly string[] {
  // A window may be narrower than any record.
  const columns = Math.max(1, room);
  // Plain ASCII, which nearly every record is, can be cut by counting.
  if (widthOf(text) === text.length) {
    const count = Math.max(1, Math.ceil(text.length / columns));
    return Array.from({ length: count }, (_, index) => text.slice(index * columns, (index + 1) * columns));
  }
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { segment } of graphemesOf(text)) {
    const width = widthOf(segment);
    if (used + width > columns) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += segment;
    used += width;
  }
  return [...lines, line];
}
