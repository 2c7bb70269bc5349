/** What a stream is, by its first bytes: names lie. */
import { plainTextOf } from './encoding.ts';
import { isHeader } from './tar-header.ts';
import { type Utf32, utf32Of } from './utf32.ts';

export type Nature = 'gzip' | 'bzip2' | 'xz' | 'zstd' | 'zip' | 'tar' | 'utf-16le' | 'utf-16be' | Utf32 | 'lzma' | 'binary' | 'text';

/** So many bytes tell it. */
export const natureBytes = 4096;

type Sign = number | readonly [number, number];

/** Bytes in front, each a number or a range of them. */
const signatures: readonly (readonly [Nature, readonly Sign[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['bzip2', [0x42, 0x5a, 0x68, [0x31, 0x39]]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  // A frame to be skipped, as writers with several threads put it in front.
  ['zstd', [[0x50, 0x5f], 0x2a, 0x4d, 0x18]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['zip', [0x50, 0x4b, 0x07, 0x08]],
  // Properties, a dictionary of whole powers of two, and a length that is not told.
  ['lzma', [0x5d, 0x00, 0x00, [0x00, 0xff], [0x00, 0x08], 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

export function natureOf(head: Uint8Array): Nature {
  const utf32 = utf32Of(head);
  if (utf32 !== null) return utf32;
  for (const [nature, signs] of signatures) if (signs.every((sign, index) => fits(sign, head[index] ?? -1))) return nature;
  return isHeader(head) ? 'tar' : textNature(head);
}

function fits(sign: Sign, byte: number): boolean {
  return typeof sign === 'number' ? sign === byte : byte >= sign[0] && byte <= sign[1];
}

/** Control characters but those that stand in texts: blanks, ends of lines and pages, and what colours them. */
const controls = /[\0-\x07\x0e-\x1a\x1c-\x1f]/;
/** Where text of UTF-16 begins, a zero is near. */
const nearBeginning = 64;

/** UTF-16 without a mark has a zero in every other byte of plain text; many control characters are in no text, whatever mixture it is. */
function textNature(head: Uint8Array): Nature {
  if (!controls.test(Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1'))) return 'text';
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = head.length / 2;
  const isNear = head.length >= 16 && head.subarray(0, nearBeginning).includes(0);
  if (isNear && odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (isNear && even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  const text = plainTextOf(head);
  if (text.length === 0) return head.length === 0 ? 'text' : 'binary';
  const count = (is: (byte: number) => boolean): number => text.filter(is).length / text.length;
  const control = count((byte) => byte !== 0 && controls.test(String.fromCharCode(byte)));
  // Control characters alone may be what somebody hides in a name: together with many others beyond ASCII they are noise.
  const isNoise = control > 0.2 || (control > 0.04 && count((byte) => byte > 0x7f) > 0.2);
  return isNoise || count((byte) => byte === 0) > 0.01 ? 'binary' : 'text';
}
