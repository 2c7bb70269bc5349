/** UTF-32, as some tools of data scientists write it: four bytes a character → UTF-8. */

export type Utf32 = 'utf-32le' | 'utf-32be';

const beyond = 0x10ffff;
const replacement = 0xfffd;
const mark = 0xfeff;
/** Texts are made of so many characters at once. */
const batch = 8192;

/** How a text begins that is UTF-32, with or without a mark; null = it is none. Most characters of a log are ASCII: three bytes of four are zero. */
export function utf32Of(head: Uint8Array): Utf32 | null {
  const units = Math.floor(Math.min(head.length, 1024) / 4);
  if (units < 4) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const first = view.getUint32(0, true);
  if (first === mark) return 'utf-32le';
  if (view.getUint32(0) === mark) return 'utf-32be';
  const plain = (isLittle: boolean): number =>
    Array.from({ length: units }, (_, index) => view.getUint32(4 * index, isLittle)).filter((code) => code > 0 && code < 0x80).length;
  if (plain(true) > units * 0.8) return 'utf-32le';
  return plain(false) > units * 0.8 ? 'utf-32be' : null;
}

export async function* fromUtf32(stream: AsyncIterable<Uint8Array>, encoding: Utf32): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  for await (const chunk of stream) {
    const bytes = Buffer.concat([rest, chunk]);
    const whole = bytes.length - (bytes.length % 4);
    for (let at = 0; at < whole; at += 4 * batch) yield Buffer.from(textOf(bytes.subarray(at, Math.min(whole, at + 4 * batch)), encoding));
    rest = Buffer.from(bytes.subarray(whole));
  }
}

function textOf(bytes: Buffer, encoding: Utf32): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const code = encoding === 'utf-32le' ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
    if (code !== mark) text += String.fromCodePoint(code > beyond ? replacement : code);
  }
  return text;
}
