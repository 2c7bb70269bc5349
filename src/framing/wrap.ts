/**
 * How the lines around were wrapped. A hard wrap cuts every line at one width, inside words; a word wrap moves the word that does not
 * fit, so that the lines differ. Which of the two it was decides whether a line break stands for a blank.
 */

/** hard = nothing stood at the break; word = a blank did, unless a hyphen ends the line; null = not proven. */
export type WrapStyle = 'hard' | 'word' | null;

/**
 * How long a line was, by every measure that a wrap may have gone by: in bytes and in characters, with its dress; in characters without
 * it (quoted after wrapping); and with its characters mended (turned into HTML after wrapping).
 */
export type Widths = readonly [bytes: number, dressed: number, undressed: number, mended: number];

/** A line that was broken inside a record. */
export interface BrokenLine {
  readonly line: number;
  /** Blank lines follow it. */
  readonly gap: boolean;
  /** It ends inside a word. */
  readonly inside: boolean;
  /** It ends with a blank that all lines around have. */
  readonly isPadded?: boolean;
  /** It ends with a soft break of quoted-printable: nothing stood there. */
  readonly isSoft?: boolean;
  /** How it ends, as a number: lines that are alike end alike. */
  readonly ending: number;
  /** null = not known. */
  readonly widths: Widths | null;
}

export interface Wraps {
  add(broken: BrokenLine): void;
  /**
   * Judges one break among its neighbours.
   * @param nextWord - length of the word that begins the next line
   */
  judge(broken: BrokenLine, nextWord: () => number): WrapStyle;
}

/** Lines before and behind that count as neighbours. */
export const neighbourhood = 40;
/** Equal widths by chance are one in ten for two lines of word-wrapped text, one in a hundred for three. */
const provingLines = 3;
/** Nearly equal ones are one in three for a line. */
const provingStripped = 6;
/** A line whose trailing blanks were stripped is this much shorter. */
const strippedBlanks = 2;
const measures = [0, 1, 2, 3] as const;
/** Broken lines that are remembered: more than the neighbours of every record that still waits. */
const remembered = 1024;

export function createWraps(): Wraps {
  // NOTE: a ring of numbers, as a wrapped log has a broken line in most of its records.
  const lines = new Int32Array(remembered);
  const gaps = new Uint8Array(remembered);
  const insides = new Uint8Array(remembered);
  const endings = new Int32Array(remembered);
  const widths = measures.map(() => new Int32Array(remembered));
  let count = 0;
  const around: number[] = [];
  let areGapsUsual = false;

  /** The places in the ring of the lines around one. */
  const gather = (line: number): void => {
    around.length = 0;
    let gapped = 0;
    for (let index = count - 1; index >= Math.max(0, count - remembered); index -= 1) {
      const place = index % remembered;
      const other = lines[place] ?? 0;
      if (other < line - neighbourhood) break;
      if (other > line + neighbourhood) continue;
      around.push(place);
      gapped += gaps[place] ?? 0;
    }
    areGapsUsual = gapped * 4 >= around.length * 3;
    if (areGapsUsual || gapped === 0) return;
    // A blank line among lines that have none between them ends a paragraph: no wrap broke the line before it.
    let kept = 0;
    for (const place of around) if (gaps[place] !== 1) around[kept++] = place;
    around.length = kept;
  };

  /**
   * Nearly all lines have one width, or that without the blanks that were stripped, and they are not alike. Lines that are alike break
   * alike, also between words: their equal widths prove nothing.
   */
  const areFullAndUnlike = (ring: Int32Array | undefined): boolean => {
    let widest = 0;
    for (const index of around) widest = Math.max(widest, ring?.[index] ?? 0);
    const have = (least: number, share: number, proving: number): boolean => {
      const found = around.filter((index) => (ring?.[index] ?? 0) >= least);
      return found.length >= around.length * share && new Set(found.map((index) => endings[index])).size >= proving;
    };
    return have(widest, 0.8, provingLines) || have(widest - strippedBlanks, 0.9, provingStripped);
  };

  const judge: Wraps['judge'] = ({ line, gap, isSoft, widths: own }, nextWord) => {
    if (isSoft === true) return 'hard';
    if (own === null) return null;
    gather(line);
    if (around.length < provingLines) return null;
    if (gap && !areGapsUsual) return null;
    if (around.some((index) => insides[index] === 1) || measures.some((measure) => areFullAndUnlike(widths[measure]))) {
      let style: WrapStyle = null;
      for (const measure of measures) {
        const found = judgeHard(around, widths[measure], own[measure]);
        if (found === 'hard') return found;
        style ??= found ?? null;
      }
      return style;
    }
    return [2, 3].some((measure) => isFull(widths[measure], own[measure] ?? 0, nextWord)) ? 'word' : null;
  };

  /** Lines differ, and the next word would not have fitted: a word wrap. */
  const isFull = (ring: Int32Array | undefined, own: number, nextWord: () => number): boolean => {
    let widest = 0;
    for (const index of around) widest = Math.max(widest, ring?.[index] ?? 0);
    return around.some((index) => (ring?.[index] ?? 0) < widest - strippedBlanks) && own + 1 + nextWord() > widest;
  };

  return {
    add({ line, gap, inside, isSoft, ending, widths: own }) {
      if (own === null || isSoft === true) return;
      const index = count % remembered;
      lines[index] = line;
      gaps[index] = gap ? 1 : 0;
      insides[index] = inside ? 1 : 0;
      endings[index] = ending;
      for (const measure of measures) {
        const ring = widths[measure];
        if (ring !== undefined) ring[index] = own[measure];
      }
      count += 1;
    },
    judge,
  };
}

/** undefined = the lines around were not hard-wrapped by this measure. */
function judgeHard(around: readonly number[], ring: Int32Array | undefined, own: number): WrapStyle | undefined {
  let widest = 0;
  for (const index of around) {
    const width = ring?.[index] ?? 0;
    if (width > widest) widest = width;
  }
  let full = 0;
  let nearly = 0;
  for (const index of around) {
    const width = ring?.[index] ?? 0;
    if (width === widest) full += 1;
    if (width >= widest - strippedBlanks) nearly += 1;
  }
  if (full < provingLines) return undefined;
  if (full * 2 > around.length && nearly * 5 >= around.length * 3) {
    if (own === widest) return 'hard';
    return own >= widest - strippedBlanks ? 'word' : null;
  }
  return isComb(around, ring, own, widest, full) ? 'hard' : undefined;
}

/** A text that was wrapped twice is a comb: lines of the full width, and lines of one other width, in turn. */
function isComb(around: readonly number[], ring: Int32Array | undefined, own: number, widest: number, full: number): boolean {
  let second = 0;
  for (const index of around) {
    const width = ring?.[index] ?? 0;
    if (width !== widest) second = second === 0 || second === width ? width : -1;
  }
  return second > 0 && around.length - full >= provingLines && (own === widest || own === second);
}

/** How a line ends, digits aside. */
export function endingOf(text: string, end: number): number {
  let hash = 0;
  for (let at = Math.max(0, end - 8); at < end; at += 1) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    hash = (hash * 31 + (isDigit ? 0x30 : code)) | 0;
  }
  return hash;
}
