/** Findings: numbers at the lanes, sentences below. */
import type { Finding, Severity } from '#model/index.ts';
import { safe } from '#view/safe.ts';
import type { Frame, PlacedRow } from './frame.ts';
import { group, type Pen, path, px, tip, write } from './pen.ts';
import { lanesOf } from './row.ts';
import { disc } from './shape.ts';
import { wrap } from './text.ts';

const radius = 7.5;
const size = 11.5;
const lineHeight = 16;

/** The sign of a finding: its number on the shape of its severity. */
function drawNumber(pen: Pen, severity: Severity, number: number, x: number, y: number): void {
  const r = radius;
  switch (severity) {
    case 'info':
      path(pen, disc(x, y, r), 't-info');
      break;
    case 'warning':
      path(pen, `M${px(x)},${px(y - r - 2.5)}L${px(x + r + 2)},${px(y + r - 1)}H${px(x - r - 2)}Z`, 't-warning s-warning', {
        'stroke-width': 2,
        'stroke-linejoin': 'round',
      });
      break;
    case 'error':
      path(pen, `M${px(x - r)},${px(y - r)}h${2 * r}v${2 * r}h${-2 * r}Z`, 't-error s-error', {
        'stroke-width': 1.5,
        'stroke-linejoin': 'round',
      });
      break;
  }
  const low = severity === 'warning' ? 1 : 0;
  write(pen, { x, y: y + 3.4 + low, text: String(number), size: number > 9 ? 8.5 : 9.5, anchor: 'middle', heavy: true, tone: 't-paper' });
}

/** Puts the numbers of the findings beside the lanes they are about; as many as fit, and a sign that there are more. */
export function drawNumbers(pen: Pen, frame: Frame): void {
  const made = group(pen, { class: 'numbers', 'aria-hidden': 'true' });
  for (const [index, placed] of frame.rows.entries()) {
    const ids = new Set(lanesOf(placed.row).map(({ id }) => id));
    const here = frame.picture.findings
      .map((finding, index) => ({ finding, number: index + 1 }))
      .filter(({ finding }) => finding.participants.some((id) => ids.has(id)));
    if (here.length > 0) drawBeside(group(made, { 'data-of': String(index) }), frame, placed, here);
  }
  const general = frame.picture.findings
    .map((finding, index) => ({ finding, number: index + 1 }))
    .filter(({ finding }) => finding.participants.length === 0);
  drawBeside(made, frame, { bar: frame.strip }, general);
}

/** Room for numbers between labels and plot, px. */
export const numberRoom = 46;

function drawBeside(
  pen: Pen,
  { plot }: Frame,
  { bar }: Pick<PlacedRow, 'bar'>,
  numbered: readonly { readonly finding: Finding; readonly number: number }[],
): void {
  const shown = numbered.length > 2 ? numbered.slice(0, 1) : numbered;
  const middle = bar.top + bar.height / 2;
  let x = plot.left - 30;
  for (const { finding, number } of [...shown].reverse()) {
    const made = group(pen, { 'data-finding': String(number - 1) });
    tip(made, finding.message);
    drawNumber(made, finding.severity, number, x, middle);
    x -= 22;
  }
  if (numbered.length > shown.length)
    write(pen, { x: x + 10, y: middle + 3.5, text: `+${numbered.length - shown.length}`, size: 9.5, anchor: 'end', tone: 't-muted' });
}

/** Writes the findings as numbered sentences. @returns the y below them, px */
export function drawNotes(pen: Pen, findings: readonly Finding[], left: number, right: number, top: number): number {
  if (findings.length === 0) return top;
  const made = group(pen, { class: 'findings', role: 'list', 'aria-label': 'Findings' });
  write(made, { x: left, y: top + 24, text: 'Worth a look', size: 13, heavy: true, tone: 't-ink' });
  let y = top + 46;
  for (const [index, finding] of findings.entries()) {
    const item = group(made, { role: 'listitem', 'data-finding': String(index) });
    drawNumber(item, finding.severity, index + 1, left + 9, y - 4);
    const lines = wrap(safe(finding.message), right - left - 28, size, 3);
    for (const [at, line] of lines.entries()) write(item, { x: left + 28, y: y + at * lineHeight, text: line, size, tone: 't-ink' });
    y += Math.max(1, lines.length) * lineHeight;
    y += 5;
  }
  return y - 8;
}
