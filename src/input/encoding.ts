/**
 * Text in any mixture of UTF-8 (or Windows-1252, which is told apart record by record) and UTF-16 → bytes of plain text, so that everything
 * behind this door reads one encoding. Shells of Windows append UTF-16 to what is none, and files are put behind each other.
 */

export type Encoding = 'bytes' | 'utf-16le' | 'utf-16be';

/** So many zeros in a row are no text of any encoding, but a hole: a log that was cut while it was written has them. */
const holeLength = 8;
/** So many bytes show how a line goes on. */
const sight = 16;
/** So many bytes in front of the first zero may belong to UTF-16: a byte order mark, and half of a character. */
const lead = 3;
const newline = 0x0a;
const hole = new RegExp(`\\0{${holeLength},}`, 'gu');

/** What could be told of some bytes: text, and how many of them it took. The others need more behind them. */
interface Step {
  readonly text: Uint8Array;
  readonly read: number;
  readonly next: Encoding;
}

/** Gives what can be told of the bytes, piece by piece; returns what waits for more. */
function* told(
  bytes: Buffer,
  first: Encoding,
  isEnd: boolean,
): Generator<Uint8Array, { readonly rest: Buffer; readonly encoding: Encoding }> {
  let encoding = first;
  let at = 0;
  for (;;) {
    const step = turned(bytes.subarray(at), encoding, isEnd);
    if (step.read === 0 && step.next === encoding) return { rest: bytes.subarray(at), encoding };
    if (step.text.length > 0) yield step.text;
    at += step.read;
    encoding = step.next;
  }
}

/**
 * The stream with everything in UTF-16 turned into UTF-8, and holes (zeros, as a crash leaves them in a file) closed.
 * @param first how it begins
 */
export async function* plainText(stream: AsyncIterable<Uint8Array>, first: Encoding): AsyncGenerator<Uint8Array> {
  let encoding = first;
  let rest: Buffer = Buffer.alloc(0);
  const faults: unknown[] = [];
  for await (const chunk of untilFault(stream, faults)) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (rest.length > 0) {
      if (encoding === 'bytes' && !rest.includes(0) && !bytes.includes(0)) yield rest;
      else bytes = Buffer.concat([rest, bytes]);
    }
    const after = yield* told(bytes, encoding, false);
    encoding = after.encoding;
    rest = Buffer.from(after.rest);
  }
  yield* told(rest, encoding, true);
  for (const fault of faults) throw fault;
}

/** A fault of the stream comes behind all that came before it. */
async function* untilFault(stream: AsyncIterable<Uint8Array>, faults: unknown[]): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    faults.push(error);
  }
}

/** The same of bytes at hand. */
export function plainTextOf(bytes: Uint8Array): Buffer {
  return Buffer.concat([...told(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 'bytes', true)]);
}

function turned(bytes: Buffer, encoding: Encoding, isEnd: boolean): Step {
  return encoding === 'bytes' ? fromBytes(bytes, isEnd) : fromUtf16(bytes, encoding, isEnd);
}

function fromBytes(bytes: Buffer, isEnd: boolean): Step {
  const plain = (to: number): Step => ({ text: bytes.subarray(0, to), read: to, next: 'bytes' });
  const zero = bytes.indexOf(0);
  // What may be the beginning of UTF-16 waits for what follows.
  if (zero === -1) return plain(isEnd ? bytes.length : Math.max(bytes.length - lead, bytes.lastIndexOf(newline) + 1));
  if (bytes.length - zero < sight && !isEnd) return plain(Math.max(0, zero - lead));
  const zeros = zerosAt(bytes, zero);
  if (zeros >= holeLength) {
    // Of a hole that goes on as much is kept as shows that it is one.
    const closed = zero + zeros === bytes.length && !isEnd ? zeros - holeLength : zeros;
    return closed === 0 ? plain(zero) : { text: bytes.subarray(0, zero), read: zero + closed, next: 'bytes' };
  }
  const begins = utf16Around(bytes, zero);
  return begins === null ? plain(zero + 1) : { text: bytes.subarray(0, begins.textEnd), read: begins.at, next: begins.encoding };
}

function zerosAt(bytes: Buffer, from: number): number {
  let to = from;
  while (bytes[to] === 0) to += 1;
  return to - from;
}

/** Where UTF-16 begins, given its first zero; null = the zero is a stray one. */
function utf16Around(bytes: Buffer, zero: number): { readonly textEnd: number; readonly at: number; readonly encoding: Encoding } | null {
  const alternates = [1, 2, 3, 4, 5, 6].every((step) => (bytes[zero + step] === 0) === (step % 2 === 0));
  if (!alternates) return null;
  const [third, second, first] = [bytes[zero - 3], bytes[zero - 2], bytes[zero - 1]];
  if (second === 0xfe && first === 0xff) return { textEnd: zero - 2, at: zero, encoding: 'utf-16be' };
  if (third === 0xff && second === 0xfe) return { textEnd: zero - 3, at: zero - 1, encoding: 'utf-16le' };
  // Without a mark the end of the line before tells which half the zero is.
  return first === undefined || first === newline
    ? { textEnd: zero, at: zero, encoding: 'utf-16be' }
    : { textEnd: zero - 1, at: zero - 1, encoding: 'utf-16le' };
}

function fromUtf16(bytes: Buffer, encoding: Encoding, isEnd: boolean): Step {
  const low = encoding === 'utf-16le' ? 0 : 1;
  let end = isEnd ? bytes.length : Math.max(0, bytes.length - sight);
  let next = encoding;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) {
    if (at % 2 !== low || bytes[at + 1 - 2 * low] !== 0) continue;
    const behind = at - low + 2;
    if (behind > end) break;
    const found = encodingAt(bytes.subarray(behind, behind + sight), encoding);
    if (found === encoding) continue;
    next = found;
    end = behind;
    break;
  }
  end -= end % 2;
  if (end === 0) return { text: bytes.subarray(0, isEnd && bytes.length === 1 ? 1 : 0), read: isEnd ? bytes.length : 0, next };
  // Both halves of a character beyond the first 65,536 are read together.
  const lastUnit = bytes[end - 1 - low] ?? 0;
  if (end > 2 && !isEnd && next === encoding && lastUnit >= 0xd8 && lastUnit <= 0xdb) end -= 2;
  const units = Buffer.from(bytes.subarray(0, end));
  const text = (encoding === 'utf-16le' ? units : units.swap16()).toString('utf16le').replaceAll(hole, '');
  return { text: Buffer.from(text.replaceAll('\ufeff', ''), 'utf8'), read: end, next };
}

/** How a line begins behind one in UTF-16: in the same way, unless all that is seen of it is something else. */
function encodingAt(bytes: Buffer, before: Encoding): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length < sight / 2) return before;
  const isMarked = first === 0xef && second === 0xbb && bytes[2] === 0xbf;
  if (bytes.subarray(isMarked ? 3 : 0).every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x09)) return 'bytes';
  const other = before === 'utf-16le' ? 0 : 1;
  return bytes.every((byte, index) => (byte === 0) === (index % 2 === other)) ? (before === 'utf-16le' ? 'utf-16be' : 'utf-16le') : before;
}
