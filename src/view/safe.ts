/**
 * Text from a log, made safe to show anywhere: nothing in it moves a cursor, turns the writing direction or breaks a line.
 * What is taken out stays visible as a sign, because a name that hides something is worth seeing.
 */

/** C0, DEL, C1. */
const control = /[\u0000-\u001f\u007f-\u009f]/gu;
/** What has no width, or turns the writing direction: bidi controls, fillers, tags, selectors, separators of lines. */
const invisible = /[\p{Default_Ignorable_Code_Point}\u2028\u2029\ufff9-\ufffb]/gu;
/** Marks on top of each other, beyond what any language writes: they would run over the lines above and below. */
const heap = /(\p{M}{6})\p{M}+/gu;
/** Nearly every name is of these alone. */
const harmless = /^[ -~\u00a0-\u00ac\u00ae-\u02ff]*$/u;

/** Control characters become their pictures (␛), bidi and zero-width characters a dot, lone surrogates a replacement character. */
export function safe(text: string): string {
  if (harmless.test(text)) return text;
  const whole = text.toWellFormed();
  return whole
    .replace(control, picture)
    .replace(heap, '$1·')
    .replace(invisible, (found, at: number, all: string) => (belongs(all, found, at) ? found : '·'));
}

function picture(found: string): string {
  const code = found.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

/** Invisible characters that are part of what is seen: those that make one emoji or one syllable of several characters. */
function belongs(text: string, found: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(at + found.length, at + found.length + 2);
  if (found === '\u200d' && /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?$/u.test(before))
    return /^\p{Extended_Pictographic}/u.test(after);
  // Persian separates letters with U+200C, Indic scripts join and part syllables with both.
  if (found === '\u200c' || found === '\u200d') return joining().test(before) && (after === '' || joinable().test(after));
  // The flags of England, Scotland and Wales: a black flag, then the region in tags.
  if (found >= '\u{e0020}' && found <= '\u{e007f}') return /\u{1f3f4}[\u{e0061}-\u{e007a}]{0,6}$/u.test(before);
  // As a picture or as a sign; which form of an ideograph, as people write their names.
  if (found === '\ufe0e' || found === '\ufe0f') return /\p{Emoji}$/u.test(before);
  return /[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u.test(found) && /\p{Script=Han}$/u.test(before);
}

const scripts =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Mongolian}';
// Made when they are needed: few logs hold such a sign, and the tables of so many scripts take their time.
const joining = (): RegExp => new RegExp(`[${scripts}]$`, 'u');
const joinable = (): RegExp => new RegExp(`^[${scripts}]`, 'u');
