/** The 512 bytes in front of each member of a tar archive: v7, ustar, pax and GNU. */

export const blockSize = 512;

export interface TarHeader {
  readonly name: string;
  readonly size: number;
  /** Milliseconds UTC. */
  readonly modified: number | null;
  /** `0` = a file, `5` = a folder, `x` = attributes of the next, … */
  readonly type: string;
  /** A sparse file of GNU: more of its map stands in a block behind this one. */
  readonly mapGoesOn: boolean;
}

/** null = this is no header: its check sum is another. */
export function tarHeader(block: Uint8Array): TarHeader | null {
  if (block.length < blockSize || !isHeader(block)) return null;
  const size = numberAt(block, 124, 12);
  if (size === null || size > Number.MAX_SAFE_INTEGER) return null;
  const modified = numberAt(block, 136, 12);
  const prefix = textAt(block, 257, 6) === 'ustar' && block[263] === 0x30 ? textAt(block, 345, 155) : '';
  const name = textAt(block, 0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size,
    modified: modified === null || modified === 0 ? null : modified * 1000,
    type: String.fromCharCode(block[156] ?? 0).replace('\0', '0'),
    mapGoesOn: block[482] === 1,
  };
}

/** The sum of all bytes, those of the sum itself taken as blanks; old writers summed signed bytes. */
export function isHeader(block: Uint8Array): boolean {
  const stated = numberAt(block, 148, 8);
  if (stated === null || stated === 0 || block[0] === 0) return false;
  let sum = 0;
  let signed = 0;
  for (const [index, byte] of block.subarray(0, blockSize).entries()) {
    const counted = index >= 148 && index < 156 ? 0x20 : byte;
    sum += counted;
    signed += counted > 127 ? counted - 256 : counted;
  }
  return stated === sum || stated === signed;
}

/** Octal digits, or, with the highest bit set, a number in bytes. */
function numberAt(block: Uint8Array, from: number, length: number): number | null {
  const first = block[from] ?? 0;
  if (first === 0x80) {
    let value = 0;
    for (let index = 1; index < length; index += 1) value = value * 256 + (block[from + index] ?? 0);
    return value;
  }
  const digits = /^ *([0-7]*)[ \0]?/.exec(Buffer.from(block.subarray(from, from + length)).toString('latin1'));
  if (digits === null || first > 0x7f) return null;
  const end = digits[0].length;
  if (digits[1] === '' && first !== 0 && first !== 0x20) return null;
  return end === 0 ? 0 : Number.parseInt(digits[1] === '' ? '0' : (digits[1] ?? '0'), 8);
}

function textAt(block: Uint8Array, from: number, length: number): string {
  return textOf(block.subarray(from, from + length));
}

/** Up to the first zero. */
export function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return Buffer.from(end === -1 ? field : field.subarray(0, end)).toString('utf8');
}

/** Attributes of pax: `27 path=logs/cms.log\n`, the number counting all of it. */
export function paxAttributes(bytes: Uint8Array): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at);
    const length = blank === -1 ? Number.NaN : Number(Buffer.from(bytes.subarray(at, blank)).toString('latin1'));
    if (!Number.isSafeInteger(length) || length <= blank - at) break;
    const [key = '', ...value] = Buffer.from(bytes.subarray(blank + 1, at + length - 1))
      .toString('utf8')
      .split('=');
    attributes.set(key, value.join('='));
    at += length;
  }
  return attributes;
}
