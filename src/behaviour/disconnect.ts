/**
 * Calls that end together. No log at hand shows `deactivationMode=disconnect`: that the Call Bridge ends the calls of all
 * guests at once, whole seconds after the last host left, is inferred from the parameters' description.
 *
 * ```
 * 30.833  participant "host" left space …
 * 35.834  call 38: ending; local SIP teardown …     ┐ together, by the Call Bridge,
 * 35.835  call 39: ending; local SIP teardown …     ┘ 5 s later
 * ```
 */
import type { Participant } from '#model/index.ts';
import type { Episode, Leaving, Stay } from './episode.ts';
import { limits } from './limits.ts';

export interface Disconnection {
  readonly leavings: readonly Leaving[];
  /** null = two clocks, or it is not known who was the last host. */
  readonly delayMs: number | null;
}

/** The calls that ended together after the last host, or null where people left as they liked. */
export function disconnection(episode: Episode): Disconnection | null {
  if (episode.active > 0 || episode.returned > 0) return null;
  const together = lastTogether(episode.leavings);
  const [first] = together;
  if (first === undefined || !endedByBridge(together)) return null;
  if (together.length < 2 && first.participant.role !== 'guest') return null;
  // Somebody who ends the meeting for all is among those whose calls end.
  if (first.at - episode.at < limits.together && isLocal(episode.host.leftReason)) return null;
  const causes = [episode.host, ...lastOthers(episode, first)];
  const measured = causes.filter(({ leg, leftAt }) => leg.host === first.participant.leg.host && leftAt !== null);
  if (measured.length === 0) return together.length < 2 ? null : { leavings: together, delayMs: null };
  if (!measured.some(({ leftAt }) => leftAt !== null && isWholeSeconds(first.at - leftAt))) return null;
  const only = causes.length === 1 && measured.length === 1;
  return { leavings: together, delayMs: only ? first.at - episode.at : null };
}

/** Who left between the last proven host and the end, and may have been a host too: then the time is not known. */
function lastOthers({ leavings }: Episode, first: Leaving): readonly Participant[] {
  return leavings
    .filter(({ at, participant }) => participant.role !== 'guest' && first.at - at > limits.together)
    .map(({ participant }) => participant);
}

/** The last calls that the Call Bridge ended, with what ended beside them; a guest who left later disproves it. */
function lastTogether(leavings: readonly Leaving[]): readonly Leaving[] {
  const index = leavings.findLastIndex(({ participant }) => isLocal(participant.leftReason));
  const last = leavings[index];
  if (last === undefined) return [];
  const near = leavings.filter(({ at }) => Math.abs(at - last.at) <= limits.together);
  const later = leavings.slice(index + 1).some(({ at, participant }) => participant.role === 'guest' && at - last.at > limits.together);
  return later ? [] : near;
}

/**
 * Whether a stay may have ended by `disconnect` although too little shows it: a single web guest, whose end has no reason,
 * or another Call Bridge, whose clock differs.
 */
export function mayBeDisconnected({ host, at, active }: Episode, stay: Stay): boolean {
  if (active > 0) return false;
  return stay.guests.every(
    ({ leftReason, leftAt, leg }) =>
      leftAt !== null && !isRemote(leftReason) && (leg.host !== host.leg.host || isWholeSeconds(leftAt - at)),
  );
}

/** A web leg's end has no reason: it may be one of them, but proves nothing alone. */
function endedByBridge(leavings: readonly Leaving[]): boolean {
  return leavings.every(({ participant: { leftReason, leg } }) => isLocal(leftReason) || (leftReason === null && leg.kind === 'web'));
}

/** `local SIP teardown …`, as against `remote SIP teardown` (both seen). */
function isLocal(reason: string | null): boolean {
  return reason !== null && /^local\b/iu.test(reason);
}

function isRemote(reason: string | null): boolean {
  return reason !== null && /^remote\b/iu.test(reason);
}

export function isWholeSeconds(ms: number): boolean {
  const rest = ms % 1000;
  return ms >= -limits.wholeSecond && (Math.abs(rest) <= limits.wholeSecond || Math.abs(rest) >= 1000 - limits.wholeSecond);
}
