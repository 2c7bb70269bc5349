/** What the page's script knows: for everything that can be clicked, what it is and the log lines behind it; and how time runs. */
import type { Evidence } from '#model/index.ts';
import { instant } from '#model/index.ts';
import { type Frame, stamp } from '#render/svg/frame.ts';
import { linkWords } from '#render/svg/link.ts';
import { lanesOf } from '#render/svg/row.ts';
import { stateStory } from '#render/svg/segment.ts';
import { shortWords, stretchWords } from '#render/svg/strip.ts';
import type { ClockFace } from '#view/axis.ts';
import { duration } from '#view/duration.ts';
import { basisWords, kindWords, roleWords, stateWords } from '#view/labels.ts';
import type { Lane, Picture } from '#view/picture.ts';
import { safe } from '#view/safe.ts';

/** Something that happened or was, in words, and its proof: indices of records. */
export interface Item {
  readonly title: string;
  readonly detail: string;
  readonly records: readonly number[];
}

export interface PersonData {
  readonly name: string;
  readonly facts: string;
  readonly role: string;
  /** What the name filter looks at, in lower case. */
  readonly key: string;
  readonly states: readonly string[];
  /** One for each segment of the lane. */
  readonly items: readonly Item[];
  readonly more: readonly Item[];
  /** Index in `more` of how it ended; -1 = not known. */
  readonly end: number;
  /** Texts for the bars, long and short. */
  readonly labels: readonly (readonly string[])[];
}

export interface MeetingData {
  readonly plot: readonly [number, number];
  readonly axis: number;
  readonly bottom: number;
  /** Where time runs evenly: px and ms UTC at both ends; `fold` = a break. */
  readonly pieces: readonly { readonly x: readonly [number, number]; readonly t: readonly [number, number]; readonly fold: boolean }[];
  /** ms to add to UTC from an instant on. */
  readonly offsets: readonly (readonly [number, number])[];
  /** People of each row. */
  readonly rows: readonly (readonly number[])[];
  readonly people: readonly PersonData[];
  readonly stretches: readonly (Item & { readonly labels: readonly string[] })[];
  readonly links: readonly (Item & { readonly people: readonly number[] })[];
  readonly findings: readonly Item[];
}

export interface PageData {
  readonly inputs: readonly string[];
  /** Input, line, text. */
  readonly records: readonly (readonly [number, number, string])[];
  readonly meetings: readonly MeetingData[];
}

/** Gathers the data of a page; each record stands in it once. */
export function pageData(frames: readonly Frame[]): PageData {
  const book = recordBook();
  const meetings = frames.map((frame) => meetingData(frame, book));
  return { inputs: book.inputs, records: book.records, meetings };
}

interface RecordBook {
  readonly inputs: string[];
  readonly records: (readonly [number, number, string])[];
  /** Indices of records, in the order of the log. */
  readonly cite: (evidence: readonly (Evidence | null | undefined)[]) => readonly number[];
}

function recordBook(): RecordBook {
  const inputs: string[] = [];
  const records: (readonly [number, number, string])[] = [];
  const known = new Map<string, number>();
  const cite = (evidence: readonly (Evidence | null | undefined)[]): readonly number[] => {
    const cited = new Set<number>();
    for (const each of evidence) {
      if (each == null) continue;
      const key = `${each.line} ${each.input}`;
      let index = known.get(key);
      if (index === undefined) {
        let input = inputs.indexOf(safe(each.input));
        if (input < 0) input = inputs.push(safe(each.input)) - 1;
        index = records.push([input, each.line, safe(each.text)]) - 1;
        known.set(key, index);
      }
      cited.add(index);
    }
    return [...cited];
  };
  return { inputs, records, cite };
}

function meetingData(frame: Frame, { cite }: RecordBook): MeetingData {
  const { picture, plot, axis, bottom, scale, rows } = frame;
  const indexOf = new Map(picture.lanes.map(({ id }, index) => [id, index]));
  const people = (ids: readonly string[]): readonly number[] => ids.flatMap((id) => indexOf.get(id) ?? []);
  const pieces = [...scale.pieces.map((piece) => ({ ...piece, fold: false })), ...scale.folds.map((piece) => ({ ...piece, fold: true }))];
  return {
    plot: [plot.left, plot.right],
    axis,
    bottom,
    pieces: pieces.sort((a, b) => a.from - b.from).map(({ from, to, left, right, fold }) => ({ x: [left, right], t: [from, to], fold })),
    offsets: offsetsOf(frame.face, picture),
    rows: rows.map(({ row }) => people(lanesOf(row).map(({ id }) => id))),
    people: picture.lanes.map((lane) => personData(lane, frame, cite)),
    stretches: picture.strip.map((stretch) => ({
      title: `The space: ${stretchWords(stretch)}`,
      detail: `${stamp(frame, stretch.from)} – ${stamp(frame, stretch.to)}`,
      records: [],
      labels: stretch.state === 'grace' ? [] : [stretchWords(stretch), shortWords(stretch)],
    })),
    links: picture.links.map((link) => ({
      title: linkWords(picture, link)[0],
      detail: link.effects.map(({ lane, at }) => `${frame.lanes.get(lane)?.label ?? '?'} ${stamp(frame, at)}`).join(', '),
      records: cite(link.evidence),
      people: people([link.by, ...link.effects.map(({ lane }) => lane)]),
    })),
    findings: picture.findings.map(({ severity, message, evidence }) => ({
      title: safe(message),
      detail: severity,
      records: cite(evidence),
    })),
  };
}

function personData(lane: Lane, frame: Frame, cite: RecordBook['cite']): PersonData {
  const { participant, segments, label, role, kind } = lane;
  const { leg, name, roleBasis, roleEvidence, joinedAt, joinedBy, leftAt, leftBy, leftReason, contradictions } = participant;
  const numbers = [
    leg.callNumber === null ? '' : `call ${leg.callNumber}`,
    leg.callLegId === null ? '' : `leg ${leg.callLegId}`,
    leg.dialled === null ? '' : `dialled ${safe(leg.dialled)}`,
    leg.host === null ? '' : `on ${safe(leg.host)}`,
  ];
  const more: Item[] = [];
  if (roleBasis !== null) more.push({ title: `${roleWords[role]}: ${basisWords[roleBasis]}`, detail: '', records: cite(roleEvidence) });
  if (leg.setUp !== null) more.push({ title: 'call set up', detail: stamp(frame, leg.setUp.at), records: cite([leg.setUp.evidence]) });
  if (joinedAt !== null) more.push({ title: 'joined', detail: stamp(frame, joinedAt), records: cite([joinedBy]) });
  const end = leftAt === null ? -1 : more.length;
  if (leftAt !== null) {
    const title = `left${leftReason === null ? '' : `: ${safe(leftReason)}`}`;
    more.push({ title, detail: stamp(frame, leftAt), records: cite([leftBy, leg.ended?.evidence]) });
  }
  for (const { at, what, evidence } of contradictions)
    more.push({ title: safe(what), detail: stamp(frame, at), records: cite([evidence]) });
  return {
    name: label,
    facts: [roleWords[role], kindWords[kind], ...numbers, name !== null && safe(name) !== label ? safe(name) : '']
      .filter((fact) => fact !== '')
      .join(' · '),
    role,
    key: [label, name ?? '', leg.address ?? '', leg.callLegId ?? '', String(leg.callNumber ?? '')].map(safe).join(' ').toLowerCase(),
    states: [...new Set(segments.map(({ state }) => state))],
    items: segments.map((segment) => {
      const { title, times, cause } = stateStory(segment, frame);
      return { title: `${title}: ${cause}`, detail: times, records: cite(segment.cause.evidence) };
    }),
    more,
    end,
    labels: segments.map(({ state, from, to, openStart, openEnd }) => {
      if (state === 'connecting') return [];
      const word = stateWords[state];
      return openStart || openEnd ? [word] : [`${word} ${duration(to - from)}`, word];
    }),
  };
}

/** Changes of the clock within the picture: each found to the millisecond by halving. */
function offsetsOf(face: ClockFace, { from, to }: Picture): readonly (readonly [number, number])[] {
  const found: [number, number][] = [[from, face.offset(from)]];
  const day = 86_400_000;
  for (let start: number = from; start < to; start += day) {
    const end = Math.min(start + day, to);
    if (face.offset(instant(start)) === face.offset(instant(end))) continue;
    found.push([change(face, start, end), face.offset(instant(end))]);
  }
  return found;
}

function change(face: ClockFace, from: number, to: number): number {
  const before = face.offset(instant(from));
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (face.offset(instant(middle)) === before) low = middle;
    else high = middle;
  }
  return high;
}
