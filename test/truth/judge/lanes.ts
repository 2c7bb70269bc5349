/** Draws what is true and what was found below each other: `ann  ····LLLLAAAA····`. */

export interface Stretch {
  readonly state: string;
  readonly from: number | null;
  readonly to: number | null;
}

const MARKS: Readonly<Record<string, string>> = { connecting: 'c', lobby: 'L', active: 'A', unknown: '?' };
const STEP = 4;

function markAt(lane: readonly Stretch[], from: number, to: number): string {
  const now = lane.find((one) => (one.from ?? -Infinity) <= from && (one.to ?? Infinity) >= to);
  return now === undefined ? '·' : (MARKS[now.state] ?? '!');
}

function seconds(at: number, start: number): string {
  return `+${((at - start) / 1000).toFixed(3)}`;
}

/** Each stretch between two changes is drawn equally long; the line below says when they begin. */
export function drawLanes(lanes: readonly (readonly [string, readonly Stretch[]])[]): string {
  const times = [...new Set(lanes.flatMap(([, lane]) => lane.flatMap(({ from, to }) => [from, to])))]
    .filter((time) => time !== null)
    .sort((one, other) => one - other);
  const start = times[0] ?? 0;
  const end = (times.at(-1) ?? 0) + 1;
  const width = Math.max(...lanes.map(([label]) => label.length)) + 2;
  const drawn = lanes.map(([label, lane]) => {
    const cells = times.map((from, index) => markAt(lane, from, times[index + 1] ?? end).repeat(STEP));
    return `${label.padEnd(width)}${cells.join('|')}`;
  });
  const ruler = times.map((time) => seconds(time, start)).join(' ');
  return [...drawn, `${''.padEnd(width)}from ${new Date(start).toISOString()}: ${ruler}`].join('\n');
}
