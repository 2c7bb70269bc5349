/** The header in front of each member of a zip archive. */
import type { Cursor } from './cursor.ts';

export const marks = {
  member: 0x04034b50,
  descriptor: 0x08074b50,
  directory: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
} as const;

export interface ZipHeader {
  readonly name: string;
  /** Milliseconds UTC; null = not said. */
  readonly modified: number | null;
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Sizes and check sum stand behind the data. */
  readonly hasDescriptor: boolean;
  readonly checkSum: number;
  /** Bytes in the archive; null = not known in front of it. */
  readonly packed: number | null;
}

/** Behind the mark of a member; null = the archive is cut off in it. */
export async function zipHeader(cursor: Cursor): Promise<ZipHeader | null> {
  const fixed = await cursor.exactly(26);
  if (fixed === null) return null;
  const view = viewOf(fixed);
  const nameBytes = await cursor.exactly(view.getUint16(22, true));
  const extraBytes = await cursor.exactly(view.getUint16(24, true));
  if (nameBytes === null || extraBytes === null) return null;
  const bits = view.getUint16(2, true);
  const hasDescriptor = (bits & 8) !== 0;
  const stated = view.getUint32(14, true);
  const extra = extraFields(extraBytes, view.getUint32(18, true));
  const packed = stated === 0xffffffff ? extra.packed : stated;
  return {
    name: nameOf(nameBytes, (bits & 0x800) !== 0),
    modified: extra.modified ?? dosTime(view.getUint16(8, true), view.getUint16(6, true)),
    method: view.getUint16(4, true),
    isEncrypted: (bits & 1) !== 0,
    hasDescriptor,
    checkSum: view.getUint32(10, true),
    packed: hasDescriptor && (packed === 0 || packed === null) ? null : packed,
  };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function extraFields(bytes: Uint8Array, size: number): { readonly packed: number | null; readonly modified: number | null } {
  const view = viewOf(bytes);
  let packed: number | null = null;
  let modified: number | null = null;
  for (let at = 0; at + 4 <= bytes.length; ) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const end = at + 4 + length;
    if (end > bytes.length) break;
    // Large sizes: that of the file only where the header has no room for it.
    const place = at + 4 + (size === 0xffffffff ? 8 : 0);
    if (id === 0x0001 && place + 8 <= end) packed = Number(view.getBigUint64(place, true));
    if (id === 0x5455 && length >= 5 && ((bytes[at + 4] ?? 0) & 1) !== 0) modified = view.getInt32(at + 5, true) * 1000;
    at = end;
  }
  return { packed, modified };
}

/** Names are UTF-8 where the archive says so, and where they can be; else of the code page of DOS, whose letters beyond ASCII are left open. */
function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replaceAll(/[\x80-\xff]/g, (sign) => codePage437.charAt(sign.charCodeAt(0) - 0x80));
  }
}

const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Local time of whoever wrote it, taken for UTC: it only helps to guess years. */
function dosTime(date: number, time: number): number | null {
  if (date === 0) return null;
  return Date.UTC(1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);
}
