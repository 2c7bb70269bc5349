/** Turns what happened into the log that the bridges would have written. */

import type { Happening, World } from './world.ts';
import { type Framing, frame, hasMilliseconds } from './writing/heads.ts';
import { messagesOf } from './writing/wordings.ts';

export { FRAMINGS, type Framing, hasHost, hasMilliseconds, hasYear } from './writing/heads.ts';
export { UTC_TWIN } from './writing/noise.ts';

/** How a log is written: by which program, and on boxes of which zone. */
export interface Dialect {
  readonly framing: Framing;
  /** `UTC`, an offset as `+02:00`, or an IANA name. */
  readonly zone: string;
}

export interface Line {
  /** True time: the order in which a collector of several hosts would have got the records. */
  readonly at: number;
  readonly host: string;
  readonly facility: string;
  readonly text: string;
  readonly happening: Happening;
}

/** What the stamp says, in UTC: the bridge's clock, in whole seconds where the framing has no more. */
export function stampOf(at: number, skewMs: number, framing: Framing): number {
  const stamp = at + skewMs;
  return hasMilliseconds(framing) ? stamp : Math.floor(stamp / 1000) * 1000;
}

export function linesOf(happening: Happening, world: Pick<World, 'release'>, dialect: Dialect): Line[] {
  const { at, bridge } = happening;
  const utc = at + bridge.skewMs;
  const lines: Line[] = [];
  for (const message of messagesOf(happening, world.release, utc)) {
    const text = frame(message, bridge.name, utc, dialect.zone, dialect.framing);
    if (text !== null) lines.push({ at, host: bridge.name, facility: message.facility, text, happening });
  }
  return lines;
}

/** All records of all bridges, as one collector got them. */
export function write(world: World, dialect: Dialect): Line[] {
  const lines = world.happenings.flatMap((happening) => linesOf(happening, world, dialect));
  // NOTE: stable, so that the order within each bridge stays.
  return lines.sort((one, other) => one.at - other.at);
}

export function textOf(lines: readonly Line[]): string {
  return lines.map((line) => `${line.text}\n`).join('');
}
