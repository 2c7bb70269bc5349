/**
 * Members of a zip archive, read from its front: the directory at its end is not needed, and only tells that the archive is whole. Behind a
 * damaged place the next member is looked for.
 */
import { type Cursor, createCursor } from './cursor.ts';
import type { InputLimits } from './limits.ts';
import { counted, type Member, tooMany, whatCame } from './member.ts';
import { createSection } from './section.ts';
import { dataIn, dataUpToDescriptor, whyUnreadable } from './zip-data.ts';
import { marks, viewOf, type ZipHeader, zipHeader } from './zip-header.ts';

/**
 * Members of a zip archive; each has to be read, or left, before the next is asked for.
 * @throws InputError where it has too many
 */
export async function* zipMembers(stream: AsyncIterable<Uint8Array>, archive: string, limits: InputLimits): AsyncGenerator<Member> {
  const cursor = createCursor(stream);
  const cutOff: Member = { kind: 'damage', name: null, message: `the archive is cut off; ${whatCame}` };
  let count = 0;
  try {
    for (;;) {
      const bytes = await cursor.exactly(4);
      if (bytes === null) return yield cutOff;
      const mark = viewOf(bytes).getUint32(0, true);
      if (mark === marks.directory || mark === marks.end || mark === marks.end64) return;
      // In front of the first member it says that the archive could have been split, and was not.
      if (mark === marks.descriptor && count === 0) continue;
      if (mark !== marks.member) {
        cursor.giveBack(bytes);
        yield { kind: 'damage', name: null, message: `the archive is damaged after ${counted(count)}; the others were read` };
        if (!(await seekMark(cursor))) return;
        continue;
      }
      const header = await zipHeader(cursor);
      if (header === null) return yield cutOff;
      count += 1;
      if (count > limits.members) throw tooMany(archive, limits);
      if (header.packed === null) yield* memberUpToDescriptor(header, cursor, `${archive}!${header.name}`, limits);
      else yield* memberOf(header, header.packed, cursor, `${archive}!${header.name}`, limits);
    }
  } finally {
    await cursor.close();
  }
}

async function* memberOf(header: ZipHeader, packed: number, cursor: Cursor, label: string, limits: InputLimits): AsyncGenerator<Member> {
  const { name, modified } = header;
  const section = createSection(cursor, packed, label);
  const reason = whyUnreadable(header);
  if (name.endsWith('/')) await section.leave();
  else if (reason !== null) yield { kind: 'damage', name, message: reason };
  else yield { kind: 'file', name, modified, bytes: dataIn(section, header, label, limits) };
  await section.leave();
  if (!header.hasDescriptor) return;
  const mark = await cursor.ahead(4);
  if (mark.length === 4 && viewOf(mark).getUint32(0, true) === marks.descriptor) await seekMark(cursor);
}

async function* memberUpToDescriptor(header: ZipHeader, cursor: Cursor, label: string, limits: InputLimits): AsyncGenerator<Member> {
  const { name, modified } = header;
  const reason = whyUnreadable(header);
  if (reason !== null) {
    if (!name.endsWith('/')) yield { kind: 'damage', name, message: reason };
    await seekMark(cursor);
    return;
  }
  const data = dataUpToDescriptor(cursor, header, label, limits);
  if (!name.endsWith('/')) yield { kind: 'file', name, modified, bytes: { [Symbol.asyncIterator]: () => ({ next: () => data.next() }) } };
  // Whatever was left of it has to be read, as nothing else tells where it ends; who took it has heard of its faults.
  try {
    while ((await data.next()).done !== true);
  } catch {
    // The next mark ends it.
  }
  await seekMark(cursor);
}

/** Goes to the next mark that can follow a member; false = there is none. */
async function seekMark(cursor: Cursor): Promise<boolean> {
  for (;;) {
    const window = Buffer.from(await cursor.ahead(1 << 16));
    for (let at = window.indexOf('PK', 0, 'latin1'); at !== -1 && at + 4 <= window.length; at = window.indexOf('PK', at + 1, 'latin1')) {
      const mark = window.readUInt32LE(at);
      if (mark !== marks.member && mark !== marks.directory && mark !== marks.end) continue;
      await cursor.skip(at);
      return true;
    }
    if (window.length < 4) return false;
    await cursor.skip(window.length - 3);
  }
}
