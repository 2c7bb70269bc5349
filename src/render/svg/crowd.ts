/** Participants who fared alike, as one row: how many of them were in which state at any moment, stacked. */
import { area, curveStepAfter } from 'd3-shape';
import type { LegKind, State } from '#model/index.ts';
import { duration } from '#view/duration.ts';
import { kindWords, roleWords, stateWords } from '#view/labels.ts';
import { type Crowd, courseOf } from '#view/rows.ts';
import type { Frame, PlacedRow } from './frame.ts';
import { drawRole, isMachine } from './label.ts';
import { waitedIn } from './outcome.ts';
import { fillOf } from './pattern.ts';
import { group, type Pen, path, px, tip, write } from './pen.ts';

/** From the bottom up: who has reached most stands lowest. */
const stack: readonly State[] = ['active', 'unknown', 'lobby', 'connecting'];

/** How many are in each state from a px on. */
interface Step {
  readonly x: number;
  readonly counts: Readonly<Record<State, number>>;
}

export function drawCrowd(pen: Pen, frame: Frame, placed: PlacedRow, crowd: Crowd): void {
  const { scale, plot } = frame;
  const { bar } = placed;
  const steps = stepsOf(crowd, (at) => scale.x(at));
  const most = steps.reduce((sum, { counts }) => Math.max(sum, total(counts)), 1);
  const bottom = bar.top + bar.height;
  const high = (count: number): number => bottom - (count / most) * bar.height;
  write(pen, { x: plot.left - 6, y: bar.top + 8, text: `${most} –`, size: 9, anchor: 'end', tone: 't-muted' });
  const made = group(pen, { class: 'plot crowd' });
  tip(made, crowdStory(crowd, frame));
  for (const [level, state] of stack.entries()) {
    if (!steps.some(({ counts }) => counts[state] > 0)) continue;
    const below = stack.slice(0, level);
    const base = (step: Step): number => below.reduce((sum, each) => sum + step.counts[each], 0);
    const shape = area<Step>()
      .x(({ x }) => x)
      .y0((step) => high(base(step)))
      .y1((step) => high(base(step) + step.counts[state]))
      .curve(curveStepAfter)
      .digits(1);
    path(made, shape(steps) ?? '', state === 'active' ? 't-active' : '', state === 'active' ? {} : { fill: fillOf(state) });
  }
  path(made, `M${px(plot.left)},${px(bottom)}H${px(plot.right)}`, 's-muted', { 'stroke-width': 1 });
}

/** Names the crowd, and says what it came to. */
export function drawCrowdWords(pen: Pen, { label, aside, picture }: Frame, { bar }: PlacedRow, { lanes }: Crowd): void {
  const middle = bar.top + bar.height / 2;
  const left = label.left + 16;
  const room = label.right - left;
  const lines = (x: number, texts: readonly string[], width: number): void => {
    for (const [index, text] of texts.entries()) {
      const heavy = index === 0 && x === left;
      write(pen, {
        x,
        y: middle - 10 + index * 15,
        text,
        size: index === 0 ? 12 : 10,
        heavy,
        tone: index === 0 ? 't-ink' : 't-muted',
        room: width,
      });
    }
  };
  const role = lanes[0]?.role ?? 'unknown';
  if (!lanes.every(isMachine)) drawRole(pen, role, label.left + 6, middle - 14);
  lines(left, [title({ lanes }), fates(lanes), kinds(lanes)], room);
  const waits = lanes.map((lane) => waitedIn(picture, lane).ms).sort((a, b) => a - b);
  const longest = waits.at(-1) ?? 0;
  const typical = waits[Math.floor(waits.length / 2)] ?? 0;
  const still = lanes.filter(({ participant }) => participant.leftAt === null).length;
  const texts = [
    longest === 0 ? '' : `waited ${longest === waits[0] ? '' : 'up to '}${duration(longest)}`,
    longest === 0 || longest === waits[0] ? '' : `half of them over ${duration(typical)}`,
    still === 0 ? 'all left' : still === lanes.length ? 'all still there' : `${still} still there`,
  ];
  lines(aside.left, texts, aside.right - aside.left);
}

/** The crowd in a sentence. */
export function crowdStory({ lanes }: Pick<Crowd, 'lanes'>, { picture }: Pick<Frame, 'picture'>): string {
  const longest = Math.max(...lanes.map((lane) => waitedIn(picture, lane).ms));
  const names = lanes.slice(0, 12).map(({ label }) => label);
  const more = lanes.length - names.length;
  const wait = longest === 0 ? '' : `, waited up to ${duration(longest)}`;
  return `${title({ lanes })}: ${fates(lanes)}${wait}.\n${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function title({ lanes }: Pick<Crowd, 'lanes'>): string {
  const role = lanes[0]?.role ?? 'unknown';
  return role === 'unknown' ? `${lanes.length} participants` : `${lanes.length} ${roleWords[role]}s`;
}

/** What they went through; several, where they were gathered although they differ. */
function fates(lanes: Crowd['lanes']): string {
  const different = new Set(
    lanes.map((lane) =>
      courseOf(lane)
        .map((state) => stateWords[state])
        .join(' → '),
    ),
  );
  const [first = '', ...others] = [...different];
  return others.length === 0 ? first : `${different.size} different courses`;
}

function kinds(lanes: Crowd['lanes']): string {
  const counts = new Map<LegKind, number>();
  for (const { kind } of lanes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => (kindWords[kind] === '' ? '' : `${count} ${kindWords[kind]}`))
    .filter((text) => text !== '')
    .join(' · ');
}

/** Counts after each change; changes within half a pixel are one. */
function stepsOf({ lanes }: Crowd, toX: (at: Crowd['lanes'][number]['segments'][number]['from']) => number): readonly Step[] {
  const changes = new Map<number, Record<State, number>>();
  const change = (x: number, state: State, by: number): void => {
    const at = Math.round(x * 2) / 2;
    const known = changes.get(at);
    if (known !== undefined) known[state] += by;
    else changes.set(at, { ...none, [state]: by });
  };
  for (const { segments } of lanes) {
    for (const { state, from, to } of segments) {
      change(toX(from), state, 1);
      change(toX(to), state, -1);
    }
  }
  const counts = { ...none };
  return [...changes]
    .sort(([a], [b]) => a - b)
    .map(([x, by]) => {
      for (const state of stack) counts[state] += by[state];
      return { x, counts: { ...counts } };
    });
}

const none: Readonly<Record<State, number>> = { active: 0, unknown: 0, lobby: 0, connecting: 0 };

function total(counts: Readonly<Record<State, number>>): number {
  return counts.active + counts.unknown + counts.lobby + counts.connecting;
}
