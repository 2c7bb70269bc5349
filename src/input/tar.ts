/** Members of a tar archive. Behind a damaged place the next header is looked for: the rest is still read. */
import { type Cursor, createCursor } from './cursor.ts';
import type { InputLimits } from './limits.ts';
import { counted, type Member, tooMany, whatCame } from './member.ts';
import { createSection, type Section } from './section.ts';
import { blockSize, paxAttributes, type TarHeader, tarHeader, textOf } from './tar-header.ts';

/** Longest name or set of attributes that is read; longer ones mean harm. */
const mostAttributes = 1 << 20;

const others: Readonly<Record<string, string>> = {
  '1': 'is a link',
  '2': 'is a link',
  '3': 'is a device',
  '4': 'is a device',
  '6': 'is a pipe',
};
/** Files: plain, contiguous, and sparse, which hold what is not empty one part behind the other. */
const files = new Set(['0', '7', 'S']);
/** What stands in front of a member and says more of it: a long name or link, attributes of one or of all. */
const attributes = new Set(['L', 'K', 'x', 'g', 'N']);

/** What the next member is called, how long it is, and when it was written, said in front of it. */
interface Said {
  readonly name?: string;
  readonly size?: number;
  readonly modified?: number;
  /** Its map stands in front of its data, in lines of numbers. */
  readonly mapInFront?: boolean;
}

/**
 * Members of a tar archive; each has to be read, or left, before the next is asked for.
 * @throws InputError where it has too many
 */
export async function* tarMembers(stream: AsyncIterable<Uint8Array>, archive: string, limits: InputLimits): AsyncGenerator<Member> {
  const cursor = createCursor(stream);
  let said: Said = {};
  let count = 0;
  let isDamaged = false;
  try {
    for (;;) {
      const block = await cursor.exactly(blockSize);
      if (block === null) {
        const rest = await cursor.ahead(blockSize);
        if (rest.length > 0) yield { kind: 'damage', name: null, message: `the archive is cut off after ${counted(count)}; ${whatCame}` };
        return;
      }
      // Zeros end an archive; another may follow, as `cat` makes them.
      if (block.every((byte) => byte === 0)) continue;
      const header = tarHeader(block);
      if (header === null) {
        if (!isDamaged)
          yield { kind: 'damage', name: null, message: `the archive is damaged after ${counted(count)}; the others were read` };
        isDamaged = true;
        said = {};
        continue;
      }
      isDamaged = false;
      if (attributes.has(header.type)) {
        said = { ...said, ...(await saidBy(header, cursor)) };
        continue;
      }
      count += 1;
      if (count > limits.members) throw tooMany(archive, limits);
      yield* memberOf(header, said, cursor, archive);
      said = {};
    }
  } finally {
    await cursor.close();
  }
}

async function saidBy(header: TarHeader, cursor: Cursor): Promise<Said> {
  const padded = Math.ceil(header.size / blockSize) * blockSize;
  const bytes = header.size > mostAttributes ? null : await cursor.exactly(padded);
  if (bytes === null) {
    await cursor.skip(padded);
    return {};
  }
  const content = bytes.subarray(0, header.size);
  if (header.type === 'L') return { name: textOf(content) };
  if (header.type !== 'x') return {};
  const pax = paxAttributes(content);
  const name = pax.get('GNU.sparse.name') ?? pax.get('path');
  const size = Number(pax.get('size') ?? Number.NaN);
  const modified = Number(pax.get('mtime') ?? Number.NaN);
  return {
    ...(name === undefined ? {} : { name }),
    ...(Number.isSafeInteger(size) && size >= 0 ? { size } : {}),
    ...(Number.isFinite(modified) ? { modified: modified * 1000 } : {}),
    ...(pax.get('GNU.sparse.major') === '1' ? { mapInFront: true } : {}),
  };
}

async function* memberOf(header: TarHeader, said: Said, cursor: Cursor, archive: string): AsyncGenerator<Member> {
  const name = said.name ?? header.name;
  const size = said.size ?? header.size;
  if (header.type === 'S' && header.mapGoesOn) while ((await cursor.exactly(blockSize))?.[504] === 1);
  const padding = (blockSize - (size % blockSize)) % blockSize;
  const section = createSection(cursor, size, `${archive}!${name}`);
  const reason = others[header.type];
  if (reason !== undefined) yield { kind: 'other', name, reason };
  else if (files.has(header.type) && !name.endsWith('/')) {
    if (said.mapInFront === true) await skipMap(section);
    yield { kind: 'file', name, modified: said.modified ?? header.modified, bytes: section.bytes() };
  }
  // Of links some writers say how long the file behind them is.
  if (reason !== undefined) return;
  await section.leave();
  await cursor.skip(padding);
}

/** Lines of numbers: how many parts, and place and length of each; filled up to whole blocks. */
async function skipMap(section: Section): Promise<void> {
  let wanted = 1;
  let lines = 0;
  let digits = '';
  while (lines < wanted) {
    const block = await section.exactly(blockSize);
    if (block === null) return;
    for (const byte of block) {
      if (byte !== 0x0a) {
        digits = (digits + String.fromCharCode(byte)).slice(-20);
        continue;
      }
      lines += 1;
      if (lines === 1) wanted = 1 + 2 * Number(digits);
      digits = '';
      if (lines >= wanted) break;
    }
  }
}
