/**
 * Node lets the space for young objects grow to some 130 MB, which a log of any length fills with records that nobody needs any more.
 * A stream of rows needs a fraction of it; collecting more often costs it about a tenth of its time.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes; it grows by doubling. */
const enough = 6e6;

/** Asked now and then: stops the growth when it has grown enough. */
export function createYoungSpaceGuard(): () => void {
  let grows = true;
  // Old objects are few, too: meetings that are open. A collection when they are half as many again keeps it so, on every thread.
  setFlagsFromString('--heap-growing-percent=50');
  // To wake other threads for so small a space takes longer than to collect it.
  setFlagsFromString('--no-parallel-scavenge');
  return () => {
    if (!grows) return;
    const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
    if (young === undefined || young.space_size < enough) return;
    grows = false;
    setFlagsFromString('--semi-space-growth-factor=1');
  };
}
