/**
 * What is new on a thread is collected in one go, which takes as long as there is much of it: on the terminal's thread, which keeps most of
 * what it is told, up to a tenth of a second. In small portions nobody notices it.
 */
import { setFlagsFromString } from 'node:v8';

/** MB for what is new on threads that are started from here on: they make much and keep little. */
const threadSpace = 16;

/** Before other threads are started: the space for what is new on this one stays as small as it is. */
export function keepPausesShort(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--min-semi-space-size=${threadSpace}`);
  // Where all processors are busy with reading, a thread that helps to collect may have to wait for one, and this one for it.
  setFlagsFromString('--no-parallel-scavenge');
  // Meetings are made and packed: what is old and given up has to be collected early, or it would be as much as if they were kept.
  setFlagsFromString('--heap-growing-percent=50');
}
