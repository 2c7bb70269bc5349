/** What a stream is, by its first bytes: names lie. */

export type Nature = 'gzip' | 'bzip2' | 'xz' | 'zstd' | 'zip' | 'tar' | 'utf-16le' | 'utf-16be' | 'binary' | 'text';

/** So many bytes tell it. */
export const natureBytes = 4096;

const signatures: readonly (readonly [Nature, number, readonly number[]])[] = [
  ['gzip', 0, [0x1f, 0x8b]],
  ['bzip2', 0, [0x42, 0x5a, 0x68]],
  ['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['zip', 0, [0x50, 0x4b, 0x05, 0x06]],
  ['tar', 257, [0x75, 0x73, 0x74, 0x61, 0x72]],
  ['utf-16le', 0, [0xff, 0xfe]],
  ['utf-16be', 0, [0xfe, 0xff]],
];

export function natureOf(head: Uint8Array): Nature {
  for (const [nature, at, bytes] of signatures) {
    if (bytes.every((byte, index) => head[at + index] === byte)) return nature;
  }
  return textNature(head);
}

/** UTF-16 without a mark has a zero in every other byte of plain text; zeros elsewhere are no text. */
function textNature(head: Uint8Array): Nature {
  let even = 0;
  let odd = 0;
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) {
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  if (head.length >= 16 && odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  if (head.length >= 16 && even > half * 0.6 && odd < half * 0.1) return 'utf-16be';
  return even + odd > head.length * 0.01 ? 'binary' : 'text';
}
