/** `--space <id|name|glob>` as a test of spaces that no log names. */
import { createGlob, isGlob } from '#model/glob.ts';

export type SpaceMatcher = (space: { readonly id: string | null; readonly name: string | null }) => boolean;

/** Whether a space is one of those that were asked for, by the rules of `view/select.ts`; all are, where none was. */
export function spaceMatcher(patterns: readonly string[]): SpaceMatcher {
  if (patterns.length === 0) return () => true;
  const tests = patterns.map((pattern) => ({ matches: createGlob(pattern), id: isGlob(pattern) ? null : pattern.toLowerCase() }));
  return ({ id, name }) =>
    tests.some(({ matches, id: wanted }) => {
      const byId = id !== null && wanted !== null && (id === wanted || (wanted.length >= 8 && id.startsWith(wanted)));
      return byId || (name !== null && matches(name));
    });
}
