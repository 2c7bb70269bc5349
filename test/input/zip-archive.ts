/** Zip archives as writers make them that are not at hand. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array;
  /** 8 = deflated, 0 = stored. */
  readonly method?: number;
  /** Sizes and check sum stand behind the data, as writers to a pipe put them. */
  readonly streamed?: 'with mark' | 'without mark' | '64 bits';
  readonly flags?: number;
  readonly checkSum?: number;
  /** What stands in the archive in place of the packed data. */
  readonly packed?: Uint8Array;
}

export function zip(parts: readonly ZipPart[], hasDirectory = true): Uint8Array {
  const directory = Buffer.alloc(hasDirectory ? 22 : 0);
  if (hasDirectory) directory.write('PK\x05\x06', 'latin1');
  return Buffer.concat([...parts.map(member), directory]);
}

function member({ name, data, method = 8, streamed, flags = 0, checkSum = crc32(data), packed }: ZipPart): Uint8Array {
  const label = typeof name === 'string' ? Buffer.from(name) : name;
  const body = packed ?? (method === 8 ? deflateRawSync(data) : data);
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags | (streamed === undefined ? 0 : 8), 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE((2017 - 1980) * 512 + 4 * 32 + 3, 12);
  header.writeUInt16LE(label.length, 26);
  if (streamed === undefined) {
    header.writeUInt32LE(checkSum, 14);
    header.writeUInt32LE(body.length, 18);
    header.writeUInt32LE(data.length, 22);
    return Buffer.concat([header, label, body]);
  }
  const sizes = Buffer.alloc(streamed === '64 bits' ? 20 : 12);
  sizes.writeUInt32LE(checkSum, 0);
  if (streamed === '64 bits') {
    sizes.writeBigUInt64LE(BigInt(body.length), 4);
    sizes.writeBigUInt64LE(BigInt(data.length), 12);
  } else {
    sizes.writeUInt32LE(body.length, 4);
    sizes.writeUInt32LE(data.length, 8);
  }
  return Buffer.concat([header, label, body, Buffer.from(streamed === 'without mark' ? '' : 'PK\x07\x08', 'latin1'), sizes]);
}
