/** The small print: what the picture rests on. */
import type { Analysis, Evidence, Meeting } from '#model/index.ts';
import { zoneBasisWords } from '#view/labels.ts';
import { safe } from '#view/safe.ts';
import { group, type Pen, path, px, write } from './pen.ts';
import type { Subject } from './subject.ts';

const size = 10;
const lineHeight = 14;

export interface Imprint {
  readonly version: string;
  readonly redacted: boolean;
}

/** Writes what the picture rests on. @returns the y below, px */
export function drawFooter(
  pen: Pen,
  subject: Subject,
  imprint: Imprint,
  { left, right }: { readonly left: number; readonly right: number },
  top: number,
): number {
  const made = group(pen, { class: 'footer' });
  path(made, `M${px(left)},${px(top + 14)}H${px(right)}`, 's-line', { 'stroke-width': 1 });
  write(made, { x: right, y: top + 32, text: `cms-timeline ${imprint.version}`, size, anchor: 'end', tone: 't-muted' });
  let y = top + 32;
  for (const [index, line] of smallPrint(subject, imprint).entries()) {
    write(made, { x: left, y, text: line, size, tone: 't-muted', room: right - left - (index === 0 ? 160 : 0) });
    y += lineHeight;
  }
  return y;
}

/** Space, Call Bridges, whether names are real; then the inputs, with the lines that prove the picture and the zone of their stamps. */
export function smallPrint({ analysis, meeting, picture }: Subject, { redacted }: Imprint): readonly string[] {
  const first = [
    picture.spaceId === null ? 'space without an id in the log' : `space ${picture.spaceId}`,
    picture.hosts.length === 0 ? '' : `on ${picture.hosts.map(safe).join(', ')}`,
    redacted ? 'names are pseudonyms' : 'names as logged, not redacted',
  ];
  return [first.filter((part) => part !== '').join(' · '), ...inputLines(analysis, meeting)];
}

const most = 6;

function inputLines(analysis: Analysis, meeting: Meeting): readonly string[] {
  const ranges = lineRanges(meeting);
  const used = analysis.inputs.filter(({ name }) => ranges.has(name));
  const lines = used.slice(0, most).map(({ name, zone }) => {
    const range = ranges.get(name);
    const where =
      range === undefined ? '' : range.first === range.last ? `, line ${range.first}` : `, lines ${range.first} to ${range.last}`;
    return `${safe(name)}${where} · stamps in ${zone.name} (${zoneBasisWords[zone.basis]})`;
  });
  return used.length > most ? [...lines, `and ${used.length - most} more inputs`] : lines;
}

/** From where to where the proofs stand, by input. */
function lineRanges(meeting: Meeting): ReadonlyMap<string, { readonly first: number; readonly last: number }> {
  const ranges = new Map<string, { first: number; last: number }>();
  const see = ({ input, line }: Evidence): void => {
    const known = ranges.get(input);
    if (known === undefined) ranges.set(input, { first: line, last: line });
    else {
      known.first = Math.min(known.first, line);
      known.last = Math.max(known.last, line);
    }
  };
  for (const { intervals, joinedBy, leftBy, leg } of meeting.participants) {
    for (const { cause } of intervals) cause.evidence.forEach(see);
    for (const evidence of [joinedBy, leftBy, leg.setUp?.evidence, leg.ended?.evidence]) if (evidence) see(evidence);
  }
  for (const { evidence } of meeting.signs) see(evidence);
  return ranges;
}
