/**
 * What was read, as files that can be sent and read again: without passcodes and secrets. A passcode becomes a number that is the same
 * where passcodes are the same (`<passcode set="2"/>`); only elements that decide about guests and hosts are kept.
 */
import { mendId } from './mend.ts';
import type { RawObject } from './answer.ts';
import type { Kept } from './collect.ts';
import { elementOf, listOf } from './names.ts';
import { savedInPart, savedToken } from './passcodes.ts';

export interface SavedFile {
  /** With `/`, below the directory that was asked for. */
  readonly path: string;
  readonly text: string;
}

/** The files of what was read; objects whose id could be no file name are left out. */
export function savedFiles({ objects, completeLists }: Kept): readonly SavedFile[] {
  const files: SavedFile[] = [];
  for (const [path, raw] of objects) {
    if (isSafe(path)) files.push({ path: `${path.slice(1)}.xml`, text: `${head}${objectXml(raw)}\n` });
  }
  for (const [path, { kind, ids }] of completeLists) {
    const list = listOf(kind);
    if (list === null || !isSafe(path)) continue;
    const items = ids.map((id) => `<${elementOf(kind)} id="${escaped(mendId(id, new Map()))}"/>`).join('');
    files.push({ path: `${path.slice(1)}.xml`, text: `${head}<${list} total="${ids.length}">${items}</${list}>\n` });
  }
  return files;
}

const head = '<?xml version="1.0"?>\n';

function objectXml({ kind, id, fields, full }: RawObject): string {
  const element = elementOf(kind);
  const attributes = `${id === '' ? '' : ` id="${escaped(id)}"`}${full ? '' : ` ${savedInPart}="true"`}`;
  const inner = [...fields].map(([name, value]) => {
    if (name === 'passcode' && value !== '') return `<passcode ${savedToken}="${escaped(value)}"/>`;
    return `<${name}>${escaped(value)}</${name}>`;
  });
  return `<${element}${attributes}>${inner.join('')}</${element}>`;
}

function escaped(text: string): string {
  const printable = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return printable.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Ids come from a server: none of them may name a file elsewhere. */
function isSafe(path: string): boolean {
  return path
    .slice(1)
    .split('/')
    .every((part) => /^[\w-][\w.-]*$/.test(part));
}
