/** Cuts the open text into records: from each head to the next. */
import type { RepairName } from '#model/index.ts';
import { createCutHeadFinder, cutHeadHint } from './cut.ts';
import type { Outlet } from './draft.ts';
import { endBefore } from './dress-before.ts';
import { cutsWord } from './guid.ts';
import { type Head, type HeadFinder, headReach, type Lines } from './heads.ts';
import type { FramingLimits } from './limits.ts';
import { mayMatterBroken, maySplitGuid } from './matter.ts';
import { type LineMark, markAt, markIndex, type OpenText, type View } from './open-text.ts';
import { isProse, proseLooked } from './prose.ts';
import { isSameRecord } from './same.ts';
import type { BrokenMessage } from './settle.ts';
import { type BrokenLine, endingOf, type Wraps } from './wrap.ts';

export interface RecordCutter {
  /** Hands out the records of the open text: all of them when nothing follows, else those that are certainly complete. */
  /**
   * @param joined - the last record is followed by another one on its line
   */
  cut(open: OpenText, final: boolean, joined: boolean): void;
  /** A record went the fast way. */
  passed(record: string, broken: boolean): void;
  /** Whether a record is the one before again. */
  isRepeated(record: string, broken: boolean): boolean;
}

export interface RecordCutterOptions {
  readonly finder: HeadFinder;
  readonly wraps: Wraps;
  readonly limits: FramingLimits;
  readonly doubling: boolean;
  readonly outlet: Outlet;
  mayMatter(text: string, from: number, to: number): boolean;
  count(repair: RepairName): void;
  /** A record was longer than the limit. */
  tooLong(): void;
}

export function createRecordCutter(options: RecordCutterOptions): RecordCutter {
  const { finder, wraps, limits, outlet, mayMatter, count } = options;
  const findCut = createCutHeadFinder();
  /** The record that stands at the beginning of the open text, when an earlier cut left it there. */
  let current: Head | null = null;
  /** The text of the record before: the very same again is a copy. */
  let before = '';
  let beforeBroken = false;
  /** A dateless head belongs to diagnostics when they were announced, or nothing before had a date. */
  let diagnostics = true;
  /** What stands there is the rest of a record, or of an unparsed line, that was too long. */
  let skipping = false;

  const close = (view: View, head: Head, end: number): void => {
    const from = head.start;
    const to = Math.max(head.end, trimmedEnd(view.text, end));
    const inside = marksBetween(view.marks, from, to);
    const whole = view.text.slice(from, to);
    const message = wanted(view, head.end, to, inside);
    // Of records without meaning a log may well have two alike; only what would be told twice is a copy too many.
    const mayDouble = options.doubling || (message !== null && head.stamp.precision === 1);
    const doubled = mayDouble && isSameRecord(whole, before, beforeBroken || inside.length > 0);
    before = whole;
    beforeBroken = inside.length > 0;
    if (doubled) {
      count('doubled');
      return;
    }
    if (inside.length > 0) count('rejoined');
    if (view.marks.length > 0 && !beginsLine(view, from)) count('split');
    for (const broken of inside) wraps.add(brokenBefore(view.text, broken));
    const mark = markAt(view.marks, from);
    const framed = mark?.envelope == null ? head : { ...head, framing: mark.envelope };
    outlet.count(framed);
    const told = message ?? proseBehind(view, head.end, to, inside);
    if (told !== null)
      outlet.record({ head: framed, headText: view.text.slice(head.start, head.end), message: told, line: mark?.line ?? 0 });
    const last = markAt(view.marks, Math.max(from, to - 1));
    if (last !== null) outlet.reached(last.line);
  };

  /** The message, where it may say something: as it stands, or with a GUID joined that a break has split. */
  const wanted = (view: View, from: number, to: number, inside: readonly LineMark[]): BrokenMessage | null => {
    if (mayMatter(view.text, from, to)) return messageOf(view, from, to);
    if (!inside.some(({ at }) => maySplitGuid(view.text, at) && !cutsWord(view.text, at))) return null;
    const message = messageOf(view, from, to);
    return mayMatterBroken(message.text, mayMatter) ? message : null;
  };

  /** A message that says nothing, where somebody may have written something behind it: that is counted. */
  const proseBehind = (view: View, from: number, to: number, inside: readonly LineMark[]): BrokenMessage | null => {
    let isParagraph = false;
    const isTold = inside.some(({ at, gap }, index) => {
      isParagraph ||= gap;
      return isProse(view.text.slice(at, Math.min(inside[index + 1]?.at ?? to, at + proseLooked)), isParagraph);
    });
    return isTold ? messageOf(view, from, to) : null;
  };

  const leave = (view: View, from: number, to: number): void => {
    if (skipping) return;
    for (let index = markIndex(view.marks, from - 1) + 1; index < view.marks.length; index += 1) {
      const mark = view.marks[index];
      if (mark === undefined || mark.at >= to) break;
      const end = Math.min(to, view.marks[index + 1]?.at ?? to);
      const text = view.text.slice(mark.at, Math.min(end, mark.at + limits.unparsed));
      if (text.trim() !== '') outlet.unparsed(mark.line, text);
    }
  };

  const cut: RecordCutter['cut'] = (open, final, joined) => {
    const view = open.view();
    const { text } = view;
    const limit = final ? text.length : text.length - headReach;
    /** What is before this is handed out. */
    let done = 0;
    const advance = (head: Head): void => {
      if (current === null) leave(view, done, head.start);
      else close(view, current, beginsLine(view, head.start) ? head.start : endBefore(view.text, current.end, head.start));
      skipping = false;
      current = head;
      done = head.start;
    };
    const lines: Lines = {
      beginsAt: (at) => beginsLine(view, at),
      breaks: (start, end) => marksBetween(view.marks, start, end).map((mark) => mark.at),
    };
    let from = current?.end ?? 0;
    for (;;) {
      const head = finder.find(text, from, limit, lines);
      const to = head?.start ?? limit;
      for (const cutHead of cutHeads(view, from, to)) advance(cutHead);
      if (head === null) break;
      diagnostics = false;
      advance(head);
      from = head.end;
    }
    if (final) {
      if (current === null) leave(view, done, text.length);
      else close(view, current, joined ? endBefore(text, current.end, text.length) : text.length);
      current = null;
      skipping = false;
      open.keepFrom(text.length);
      return;
    }
    keep(open, view, done, limit);
  };

  const keep = (open: OpenText, view: View, done: number, limit: number): void => {
    let start = done;
    if (current === null) {
      const last = markAt(view.marks, limit)?.at ?? 0;
      // A line that goes on keeps its mark before the text: `leave` does not report it twice.
      start = last > done && limit - last <= limits.unparsed ? last : limit;
      leave(view, done, start);
    } else if (limit - current.start > limits.record) {
      close(view, current, current.start + limits.record);
      options.tooLong();
      current = null;
      skipping = true;
      start = limit;
    }
    if (current !== null) current = { ...current, start: 0, end: current.end - start };
    open.keepFrom(start);
  };

  /** Cut heads count where a line begins, outside of whole heads. */
  const cutHeads = (view: View, from: number, to: number): readonly Head[] => {
    const region = view.text.slice(from, to);
    if (!cutHeadHint.test(region)) return [];
    if (region.includes('Recent log messages')) diagnostics = true;
    const found: Head[] = [];
    let free = from;
    for (const mark of marksBetween(view.marks, from - 1, to)) {
      if (mark.at < free) continue;
      const head = findCut(view.text, mark.at);
      if (head === null || head.end > to) continue;
      const isCut = head.framing !== 'diagnostics' || !diagnostics;
      if (isCut) count('header-cut');
      found.push(isCut ? { ...head, framing: 'headless' } : head);
      free = head.end;
    }
    return found;
  };

  return {
    cut,
    passed(record, broken) {
      before = record;
      beforeBroken = broken;
    },
    isRepeated: (record, broken) => isSameRecord(record, before, broken || beforeBroken),
  };
}

function beginsLine(view: View, at: number): boolean {
  return markAt(view.marks, at)?.at === at;
}

/** The PRI of the next record, which a line break parted from it. */
const strayPri = / {0,4}<\d{1,3}>$/;

/** The end of a message without such a PRI. */
export function withoutPri(text: string, end: number): number {
  return end - (strayPri.exec(text.slice(Math.max(0, end - 9), end))?.[0].length ?? 0);
}

function trimmedEnd(text: string, end: number): number {
  let to = end;
  while (to > 0 && text.charCodeAt(to - 1) === 0x20) to -= 1;
  return text.charCodeAt(to - 1) === 0x3e ? withoutPri(text, to) : to;
}

const none: readonly LineMark[] = [];

/** The lines that begin behind `from` and before `to`. */
function marksBetween(marks: readonly LineMark[], from: number, to: number): readonly LineMark[] {
  const first = markIndex(marks, from) + 1;
  let last = first;
  while (last < marks.length && (marks[last]?.at ?? to) < to) last += 1;
  return last === first ? none : marks.slice(first, last);
}

/** The line that a mark ends. */
function brokenBefore(text: string, { at, line, gap, widths, isPadded, isSoft }: LineMark): BrokenLine {
  return { line, gap, inside: cutsWord(text, at), isPadded, isSoft, ending: endingOf(text, at), widths };
}

/** The message with its line breaks back in their places. */
function messageOf(view: View, from: number, to: number): BrokenMessage {
  const inside = marksBetween(view.marks, from, to);
  let text = '';
  let at = from;
  for (const mark of inside) {
    text += view.text.slice(at, mark.at) + (mark.gap ? '\n\n' : '\n');
    at = mark.at;
  }
  return { text: text + view.text.slice(at, to), broken: inside.map((mark) => brokenBefore(view.text, mark)) };
}
