/**
 * Widths of text without a font at hand. They are those of DejaVu Sans, the widest font that a machine may put in place of the ones we
 * ask for, so that a text is never wider than thought: room is wasted at worst, nothing overlaps.
 */

/** Hundredths of an em, from U+0020 to U+007E. */
const regular = [
  32, 40, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 56, 102, 68,
  69, 72, 77, 67, 61, 78, 75, 29, 50, 67, 56, 86, 75, 79, 67, 79, 72, 67, 61, 73, 68, 99, 69, 67, 69, 39, 34, 39, 84, 56, 50, 61, 63, 56,
  63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
] as const;

const bold = [
  35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84, 84, 84, 61, 100, 77,
  76, 73, 83, 68, 68, 82, 84, 37, 56, 77, 64, 100, 84, 85, 73, 85, 77, 72, 68, 81, 77, 110, 77, 72, 73, 46, 37, 46, 84, 56, 50, 67, 72, 59,
  72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 37, 71, 84,
] as const;

const weightless = /^\p{Cf}$/u;
/** They stand above or below a letter, unless the font does not know them: then they stand beside it. */
const combining = /^[\p{Mn}\p{Me}]$/u;
const wide =
  /^[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]$/u;
const alphabet = /^[\u00a0-\u058f\u05d0-\u07ff\u0900-\u0dff\u0e00-\u0eff\u1e00-\u1fff]$/u;
/** One sign for a whole sentence. */
const ligature = /^[\ufdf0-\ufdff]$/u;

/** The width of one character, in hundredths of an em. */
function advance(character: string, heavy: boolean): number {
  const code = character.codePointAt(0) ?? 32;
  if (code >= 32 && code < 127) return (heavy ? bold : regular)[code - 32] ?? 100;
  if (code === 0xa0 || code === 0xb7 || code === 0x2019) return 38;
  if (code >= 0x2010 && code <= 0x2014) return code === 0x2014 ? 100 : 56;
  if (weightless.test(character)) return 0;
  if (combining.test(character)) return 55;
  if (wide.test(character)) return 125;
  if (ligature.test(character)) return 800;
  if (alphabet.test(character)) return character === character.toLowerCase() ? 78 : 96;
  return 115;
}

/**
 * How wide a text gets at most.
 * @param size of the font, px
 * @returns px
 */
export function textWidth(text: string, size: number, heavy = false): number {
  let hundredths = 0;
  for (const character of text) hundredths += advance(character, heavy);
  return (hundredths * size) / 100;
}

/**
 * A text that is no wider than the room there is: cut between characters as a reader sees them, with an ellipsis.
 * @param room px
 * @param size of the font, px
 * @returns the text; empty when not even one character and an ellipsis fit
 */
export function shortened(text: string, room: number, size: number, heavy = false): string {
  // What is ten thousand characters long need not be measured to its end.
  const beginning = text.length > 400 ? text.slice(0, 400) : text;
  if (beginning === text && textWidth(text, size, heavy) <= room) return text;
  const left = room - textWidth('…', size, heavy);
  let used = 0;
  let kept = '';
  for (const character of charactersOf(beginning)) {
    used += textWidth(character, size, heavy);
    if (used > left) break;
    kept += character;
  }
  return kept === '' ? '' : `${kept.trimEnd()}…`;
}

/** Characters as a reader sees them. Of plain letters they are those of the string: a segmenter takes as long to load as a drawing. */
function* charactersOf(text: string): Generator<string> {
  if (/^[ -~]*$/.test(text)) yield* text;
  else for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) yield segment;
}

/**
 * Breaks a text into lines at its blanks; a word wider than the room is cut, and so is what does not fit the last line.
 * @param room px
 * @param size of the font, px
 */
export function wrap(text: string, room: number, size: number, lines: number): readonly string[] {
  // A number and its unit stay together: `13 min 01 s` is one word.
  const whole = text.replace(/(\d) (?=(?:ms|s|min|h|d)\b)|(?<=\d (?:min|h|d)) (?=\d)/g, '$1\u00a0');
  const words = whole.split(/[ \t\r\n]+/).filter((word) => word !== '');
  const broken: string[] = [];
  let line = '';
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= room) {
      line = longer;
    } else if (broken.length === lines - 1) {
      return [...broken, shortened([line, ...words.slice(index)].filter((part) => part !== '').join(' '), room, size)];
    } else {
      if (line !== '') broken.push(line);
      line = shortened(word, room, size);
    }
  }
  return line === '' ? broken : [...broken, line];
}
