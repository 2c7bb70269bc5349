/** What is to be learned from a head that the table has found: how heads like it begin, and how they go on behind the time. */
import { callBridge, type Words, wordsOf } from '#model/index.ts';
import type { Head } from './heads.ts';
import type { Stamp } from './stamp.ts';

/** A date that heads have, and how many were met before it. */
export interface KnownDate {
  readonly bytes: Uint8Array;
  readonly words: Words;
  readonly stamp: Stamp;
  readonly serial: number;
}

/** How heads go on behind the time: facility, host, process, level. */
export interface Tail {
  readonly bytes: Uint8Array;
  readonly words: Words;
  readonly hasPri: boolean;
  /** Behind the PRI stands the version of RFC 5424. */
  readonly hasVersion: boolean;
  readonly hasFraction: boolean;
  readonly head: Head;
  /** Behind the process there may stand more that is no message. */
  readonly isOpen: boolean;
  /** Records that had it, in all. */
  count: number;
}

/** Date, time, fraction, and what follows: the parts of a plain head. */
const plain = /^(<\d{1,3}>(1 )?)?(\d{4}-\d\d-\d\d(?:T| {1,2})|[A-Z][a-z]{2} [ \d]\d )\d\d:\d\d:\d\d(\.\d{1,9})?(?![.,:\d])(.*)$/;
const endsInLevel = /(?:[A-Z]{3,8} {0,16}: {0,16}|[a-z] {1,16})$/;
/** The time of a record inside what a relay or collector put in front: it changes, and is the one that counts. */
const secondTime = /\d ?: ?\d\d ?: ?\d/;

export interface Lesson {
  readonly dateText: string;
  readonly tail: Tail;
}

/** null = no head like it can be recognised by comparing bytes. */
export function lessonOf(head: Head, headText: string): Lesson | null {
  const parts = plain.exec(headText);
  if (parts === null || head.process === '') return null;
  const [, pri, version, dateText = '', fraction, tailText = ''] = parts;
  if (secondTime.test(tailText)) return null;
  const isOpen = head.process !== callBridge;
  // Without its level, a head would be taken for the beginning of one with a level.
  if (!isOpen && !endsInLevel.test(tailText)) return null;
  // Behind RFC 5424 the record of another process may follow.
  if (isOpen && version !== undefined) return null;
  const closed = isOpen ? upToColon(tailText, head.process) : tailText;
  if (closed === null) return null;
  const bytes = Buffer.from(closed, 'latin1');
  const [hasPri, hasVersion, hasFraction] = [pri !== undefined, version !== undefined, fraction !== undefined];
  return { dateText, tail: { bytes, words: wordsOf(bytes), hasPri, hasVersion, hasFraction, head, isOpen, count: 0 } };
}

/** What stands up to the colon behind a process: the rest may change with each record. */
function upToColon(tail: string, process: string): string | null {
  const start = tail.lastIndexOf(process);
  const end = tail.indexOf(':', start + process.length);
  return start === -1 || end === -1 ? null : tail.slice(0, end + 1);
}

/** A relay wrote the head: without facility, or in a form of its own. */
export function isRelayed({ head }: Tail): boolean {
  return head.framing === 'relayed';
}

export function isSameTail(one: Tail, other: Tail): boolean {
  return (
    one.hasPri === other.hasPri &&
    one.hasVersion === other.hasVersion &&
    one.hasFraction === other.hasFraction &&
    sameBytes(one.bytes, other.bytes)
  );
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
