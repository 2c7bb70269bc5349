/**
 * Whose arrival or departure explains a change. Rules (facts §2, order of the seed's log; tolerances in `limits.ts`):
 *
 * ```
 * 26.670 participant "host" joined space …        left 30.833  participant "host" left space …
 * 26.670 call guest ceasing to be deactivated          30.833  configuring call guest to be deactivated
 *        └ activator-joined, by host                           └ last-activator-left, by host
 * ```
 */
import { firstWithout } from '#model/halving.ts';
import type { CauseKind, Evidence } from '#model/index.ts';
import { limits } from './limits.ts';
import type { Locked } from './lock.ts';
import { isPerson, type Moment } from './moments.ts';
import type { Track } from './track.ts';

export interface Explanation {
  readonly kind: CauseKind;
  readonly by: Track | null;
  readonly delayMs: number | null;
  readonly evidence: readonly Evidence[];
}

/** By stretch; those of a track's own call and joining have none. */
export type StretchExplanations = readonly (Explanation | undefined)[];
export type Explanations = ReadonlyMap<Track, StretchExplanations>;

export interface Known {
  /** Needs activation, as the log proves. */
  readonly guests: ReadonlyMap<Track, unknown>;
  /** The log names several Call Bridges. */
  readonly clustered: boolean;
  readonly locked: readonly Locked[];
}

/** Explains every activation and every return to the lobby; linear in the moments. */
export function explain(all: readonly Moment[], known: Known): Explanations {
  const found = new Map<Track, (Explanation | undefined)[]>();
  const put = ({ track, stretch }: Moment, explanation: Explanation): void => {
    const known = found.get(track);
    const own = known ?? new Array<Explanation | undefined>(track.stretches.length);
    own[stretch] = explanation;
    if (known === undefined) found.set(track, own);
  };
  const hosts = explainReleases(all, known, put);
  explainReturns(all, known, hosts, put);
  return found;
}

type Put = (moment: Moment, explanation: Explanation) => void;

function mayActivate(track: Track, known: Known): boolean {
  return isPerson(track) && track.presence.name !== null && !known.guests.has(track);
}

/** Gives every release its activator; returns those who released somebody. */
function explainReleases(all: readonly Moment[], known: Known, put: Put): ReadonlySet<Track> {
  const hosts = new Set<Track>();
  const lastJoin = new Map<string | null, Moment>();
  const burst = new Map<string | null, { readonly at: number; readonly join: Moment | null }>();
  const waiting = new Map<string | null, number>();
  const joins = known.clustered
    ? all.filter((moment) => moment.kind === 'joined' && !moment.track.heldAtJoining && mayActivate(moment.track, known))
    : [];
  for (const [index, moment] of all.entries()) {
    if (moment.kind === 'joined' && !moment.track.heldAtJoining && mayActivate(moment.track, known)) {
      lastJoin.set(moment.host, moment);
      burst.delete(moment.host);
    }
    count(waiting, moment);
    if (moment.kind !== 'activated') continue;
    const going = burst.get(moment.host);
    const goesOn = going !== undefined && moment.at - going.at <= pause(moment);
    const local = goesOn ? going.join : releaser(moment, lastJoin.get(moment.host));
    const by = goesOn || local !== null || !known.clustered ? local : activatorElsewhere(all, index, moment, joins, known, waiting);
    burst.set(moment.host, { at: moment.at, join: by });
    if (by !== null) hosts.add(by.track);
    put(moment, releaseCause(moment, by));
  }
  return hosts;
}

/** Keeps count of who waits on each Call Bridge. */
function count(waiting: Map<string | null, number>, moment: Moment): void {
  const { host, kind, track, at } = moment;
  const left = kind === 'left' && track.stretches.at(-1)?.state === 'lobby' && track.stretches.at(-1)?.to === at;
  const change = kind === 'deactivated' || (kind === 'joined' && track.heldAtJoining) ? 1 : kind === 'activated' || left ? -1 : 0;
  if (change !== 0) waiting.set(host, (waiting.get(host) ?? 0) + change);
}

/** An activator releases all who wait on a bridge, an operator one, and the end of a lock whoever it held. */
function activatorElsewhere(
  all: readonly Moment[],
  index: number,
  moment: Moment,
  joins: readonly Moment[],
  known: Known,
  waiting: ReadonlyMap<string | null, number>,
): Moment | null {
  if (known.locked.some((lock) => Math.abs(moment.at - lock.to) <= limits.elsewhere)) return null;
  const released = together(all, index);
  // The first of them is counted out already.
  return released - 1 < (waiting.get(moment.host) ?? 0) ? null : joinedElsewhere(moment, joins, released);
}

/** How many are released on this bridge with this one. */
function together(all: readonly Moment[], index: number): number {
  let released = 0;
  let last = all[index];
  const host = last?.host;
  for (let at = index; last !== undefined && at < all.length; at += 1) {
    const next = all[at];
    if (next === undefined || next.at - last.at > limits.skew) break;
    if (next.kind !== 'activated' || next.host !== host) continue;
    if (next.at - last.at > pause(next)) break;
    released += 1;
    last = next;
  }
  return released;
}

function releaseCause(moment: Moment, by: Moment | null): Explanation {
  const own = evidenceOf(moment);
  if (by === null) return { kind: 'released-without-activator', by: null, delayMs: null, evidence: own };
  return { kind: 'activator-joined', by: by.track, delayMs: delay(by, moment), evidence: [...evidenceOf(by), ...own] };
}

function releaser(moment: Moment, join: Moment | undefined): Moment | null {
  return join !== undefined && moment.at - join.at <= atOnce(moment) ? join : null;
}

/**
 * The activator who joined on another Call Bridge. Where the clocks agree it joined right before. Where they may differ,
 * several have to be released at once, and only one can have done it; a single release may be an operator's.
 */
function joinedElsewhere(moment: Moment, joins: readonly Moment[], released: number): Moment | null {
  const near: Moment[] = [];
  for (let index = firstAt(joins, moment.at - limits.skew); index < joins.length && near.length < 16; index += 1) {
    const join = joins[index];
    if (join === undefined || join.at > moment.at + limits.skew) break;
    if (join.host !== moment.host) near.push(join);
  }
  const rightBefore = near.findLast(
    (join) => join.at <= moment.at && moment.at - join.at <= Math.max(limits.elsewhere, precisionOf(moment)),
  );
  if (rightBefore !== undefined) return rightBefore;
  const [only, second] = near;
  return only !== undefined && second === undefined && released > 1 ? only : null;
}

/** The first moment at or after an instant, by halving: joins stand nearly in order of time, so step back over the skew. */
function firstAt(moments: readonly Moment[], at: number): number {
  return firstWithout(0, moments.length, (place) => (moments[place]?.at ?? 0) < at);
}

interface Crowd {
  /** Present people who may be activators. */
  readonly unproven: Set<Track>;
  readonly proven: Set<Track>;
  /** Departures of possible activators, newest last; bounded. */
  leaves: Moment[];
}

function explainReturns(all: readonly Moment[], known: Known, hosts: ReadonlySet<Track>, put: Put): void {
  const crowd: Crowd = { unproven: new Set(), proven: new Set(), leaves: [] };
  const burst = new Map<string | null, { readonly at: number; readonly explanation: Explanation }>();
  for (const moment of all) {
    if (moment.kind === 'joined' || moment.kind === 'left') move(crowd, moment, known, hosts);
    if (moment.kind === 'left') burst.delete(moment.host);
    if (moment.kind !== 'deactivated') continue;
    const going = burst.get(moment.host);
    const shared = going !== undefined && moment.at - going.at <= pause(moment) ? going.explanation : returnCause(moment, crowd, hosts);
    burst.set(moment.host, { at: moment.at, explanation: shared });
    const delayMs = shared.by === null || shared.delayMs === null ? null : delayTo(shared, moment);
    put(moment, { ...shared, delayMs, evidence: [...shared.evidence, ...evidenceOf(moment)] });
  }
}

function delayTo(explanation: Explanation, moment: Moment): number | null {
  const left = explanation.by?.left;
  return left == null ? null : moment.at - left.at;
}

function move(crowd: Crowd, moment: Moment, known: Known, hosts: ReadonlySet<Track>): void {
  if (!mayActivate(moment.track, known)) return;
  const group = hosts.has(moment.track) ? crowd.proven : crowd.unproven;
  if (moment.kind === 'joined') {
    group.add(moment.track);
    return;
  }
  group.delete(moment.track);
  crowd.leaves.push(moment);
  if (crowd.leaves.length > 64) crowd.leaves.shift();
}

/** The departure that sent people back to the lobby, at once or after `deactivationModeTime`. */
function returnCause(moment: Moment, crowd: Crowd, hosts: ReadonlySet<Track>): Explanation {
  const left = lastLeaves(moment, crowd, hosts);
  const [only, second] = left;
  if (only === undefined) return noLeave(moment, crowd);
  crowd.leaves = [];
  // Several may be meant: that the last activator left is certain, who of them it was is not.
  if (second !== undefined) return { kind: 'last-activator-left', by: null, delayMs: null, evidence: left.flatMap(evidenceOf) };
  const delayMs = only.host === moment.host ? moment.at - only.at : null;
  return { kind: 'last-activator-left', by: only.track, delayMs, evidence: evidenceOf(only) };
}

function noLeave(moment: Moment, crowd: Crowd): Explanation {
  const visible = crowd.proven.size > 0 || crowd.unproven.size > 0;
  // A leg that the log never names, with nobody else in sight: it may as well have been joining.
  const unplaced = !visible && moment.track.presence.name === null;
  const kind = visible ? 'deactivated-with-activator' : unplaced ? 'log-starts' : 'last-activator-left';
  return { kind, by: null, delayMs: null, evidence: [] };
}

/** The departures of possible activators that may be meant. */
function lastLeaves(moment: Moment, crowd: Crowd, hosts: ReadonlySet<Track>): readonly Moment[] {
  if (crowd.proven.size > 0) return [];
  const atThatMoment = crowd.leaves.findLast((leave) => leave.host === moment.host && moment.at - leave.at <= atOnce(moment));
  if (atThatMoment !== undefined) return [atThatMoment];
  if (moment.coarse && crowd.unproven.size > 0) return [];
  const fitting = crowd.leaves.filter((leave) => fits(leave, moment));
  // With people still active who may be activators, a leaving before counts only if a proven one's is among those that fit.
  if (crowd.unproven.size > 0 && !fitting.some(({ track }) => hosts.has(track))) return [];
  // Who left before a proven host was not the last one; who left long before another was not, either.
  const lastProven = crowd.leaves.findLast(({ track }) => hosts.has(track));
  const latest = fitting.at(-1);
  if (latest === undefined) return [];
  const reach = lastProven === undefined ? limits.atOdds : lastProven.host === latest.host ? 0 : limits.skew;
  const from = Math.max(latest.at - limits.atOdds, lastProven === undefined ? 0 : lastProven.at - reach);
  const possible = fitting.filter((leave) => leave.at >= from);
  // After a time of grace nothing tells who left last of two whose clocks may differ.
  const afterGrace = moment.at - latest.at > limits.elsewhere;
  const mayBeLast = (leave: Moment): boolean =>
    leave === lastProven || (afterGrace && lastProven === undefined && Math.abs(leave.at - latest.at) <= limits.skew);
  const elsewhere = crowd.leaves.filter((leave) => leave.host !== latest.host && !possible.includes(leave) && mayBeLast(leave));
  return [...possible, ...elsewhere];
}

/** At once, or `deactivationModeTime` before: whole seconds, and a little more. */
function fits(leave: Moment, moment: Moment): boolean {
  const ms = moment.at - leave.at;
  const isElsewhere = leave.host !== moment.host;
  // By its own clock it may come behind what it caused.
  if (ms < (isElsewhere ? -limits.skew : 0) || ms > limits.grace) return false;
  if (!isElsewhere) return ms % 1000 <= limits.wholeSecond;
  // Clocks that agree differ by so much, either way.
  return ms <= limits.elsewhere || (ms + limits.elsewhere) % 1000 <= limits.elsewhere + limits.wholeSecond;
}

function delay(cause: Moment, effect: Moment): number | null {
  return cause.host === effect.host ? effect.at - cause.at : null;
}

/** Stamps of whole seconds stretch every tolerance to one second. */
function atOnce(moment: Moment): number {
  return Math.max(limits.atOnce, precisionOf(moment));
}

function pause(moment: Moment): number {
  return Math.max(limits.burst, precisionOf(moment));
}

function precisionOf(moment: Moment): number {
  return moment.coarse ? 1000 : 0;
}

export function evidenceOf(moment: Moment): readonly Evidence[] {
  if (moment.kind === 'joined') return moment.track.joined === null ? [] : [moment.track.joined.evidence];
  if (moment.kind === 'left') return moment.track.left === null ? [] : [moment.track.left.evidence];
  const sign = moment.track.stretches[moment.stretch]?.sign;
  return sign == null ? [] : [sign.evidence];
}
