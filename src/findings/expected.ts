/** Who is known to be a host, by `--expect-host`. */
import type { Participant } from '#model/index.ts';
import { createGlob } from '#model/glob.ts';

/** Whether a glob fits any name that the log gives somebody. */
export function isExpected({ name, leg }: Participant, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  const known = [name, leg.address, leg.user, leg.displayName];
  const tests = globs.map(createGlob);
  return known.some((each) => each !== null && tests.some((matches) => matches(each)));
}
