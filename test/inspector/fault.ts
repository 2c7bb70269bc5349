/** Preloaded by tests (`node --import`): a fault in the middle of everything, on the thread that `FAULT` names. */
import { isMainThread } from 'node:worker_threads';

const kind = process.env['FAULT'];

function fail(): never {
  throw new Error(`a fault ${kind}`);
}

if (isMainThread && kind === 'on the thread of the terminal') setTimeout(fail, 1500).unref();
if (isMainThread && kind === 'that nobody waits for') setTimeout(() => void Promise.reject(new Error(`a fault ${kind}`)), 1500).unref();
// Only what draws pads numbers.
if (isMainThread && kind === 'while drawing') setTimeout(() => Object.assign(String.prototype, { padStart: fail }), 1500).unref();
if (!isMainThread && kind === 'on the thread that reads') fail();
