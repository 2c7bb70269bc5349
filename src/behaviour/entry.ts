/**
 * How long callers needed to come in. A SIP call is answered for the PIN prompt before it joins (stated); in scenario 3
 * guests who type nothing join after prompt and `passcodeTimeout`, always the same time; who types a PIN takes another.
 *
 * ```
 * 48:54.809 call 38: incoming …   49:07.972 joined   13.163 s ┐ guests who typed nothing
 * 48:59.294 call 39: incoming …   49:12.463 joined   13.169 s ┘
 * 49:16.872 call 40: incoming …   49:26.670 joined    9.798 s   the host, who typed a PIN
 * ```
 */
import type { Entry, EntryKind } from '#model/behaviour.ts';
import { limits } from './limits.ts';

/** @param waits ms from the call's set-up to joining */
export function entryOf(waits: readonly number[]): Entry | null {
  const sorted = [...waits].sort((a, b) => a - b);
  const [shortest] = sorted;
  const longest = sorted.at(-1);
  if (shortest === undefined || longest === undefined) return null;
  const all = (kind: EntryKind): Entry => ({ kind, seen: sorted.length, others: 0, shortestMs: shortest, longestMs: longest });
  const middle = sorted[sorted.length >> 1] ?? shortest;
  if (middle < limits.prompt) return all('direct');
  if (sorted.length === 1) return all('single');
  return constant(sorted) ?? all('varying');
}

/** The closest-packed waits, if they are most of all. */
function constant(sorted: readonly number[]): Entry | null {
  const within = tolerance(sorted);
  let best = { from: 0, count: 0 };
  let from = 0;
  for (const [index, wait] of sorted.entries()) {
    while (wait - (sorted[from] ?? wait) > within) from += 1;
    if (index - from + 1 > best.count) best = { from, count: index - from + 1 };
  }
  const shortestMs = sorted[best.from] ?? 0;
  const longestMs = sorted[best.from + best.count - 1] ?? 0;
  const enough = within > limits.constant ? 3 : 2;
  if (best.count < enough || best.count < sorted.length * limits.constantShare || shortestMs < limits.prompt) return null;
  return { kind: 'constant', seen: best.count, others: sorted.length - best.count, shortestMs, longestMs };
}

/** Stamps of whole seconds blur a wait by up to a second. */
function tolerance(sorted: readonly number[]): number {
  return sorted.every((wait) => wait % 1000 === 0) ? 1000 : limits.constant;
}
