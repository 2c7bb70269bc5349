/**
 * Text from a log, made safe to show anywhere: nothing in it moves a cursor, turns the writing direction or breaks a line.
 * What is taken out stays visible as a sign, because a name that hides something is worth seeing.
 */
const control = /[\u0000-\u001f\u007f-\u009f]/gu;
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const needed = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Control characters become their pictures (␛), bidi and zero-width characters a dot, lone surrogates a replacement character. */
export function safe(text: string): string {
  const whole = text.replace(lone, '\ufffd');
  if (!needed.test(whole)) return whole;
  return whole.replace(control, picture).replace(invisible, (found, at: number) => (joins(whole, at) ? found : '·'));
}

function picture(found: string): string {
  const code = found.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}

/** A zero-width joiner between two pictographs makes one emoji of them, and hides nothing. */
function joins(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x200d) return false;
  return (
    /\p{Extended_Pictographic}\ufe0f?$/u.test(text.slice(Math.max(0, at - 4), at)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(at + 1, at + 3))
  );
}
