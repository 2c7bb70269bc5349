/** The matcher for messages that are texts, because they had to be mended: they are written down as bytes, and read there. */
import type { Matcher } from './matcher.ts';
import type { Parsed } from './parsed.ts';
import { createTextPage } from './text-page.ts';

/** As a {@link Parser}; undefined = declined. */
export type TextMatcher = (process: string, message: string) => Parsed | null | undefined;

export function textMatcherOf(matcher: Matcher): TextMatcher {
  const { match } = matcher;
  const write = createTextPage();

  return (process, message) => {
    const root = matcher.rootOf(process);
    if (root === undefined) return null;
    // A broken line is for chevrotain.
    const written = message.includes('\n') ? null : write(message);
    if (written === null) return undefined;
    const { bytes: page, length, isAscii } = written;
    const upTo = (at: number): number => (isAscii ? at : page.toString('utf8', 0, at).length);
    matcher.read(root, page, 0, length);
    const { leaf, end, holes } = match;
    if (leaf === null) {
      const stop = matcher.stop();
      return stop === null ? undefined : { kind: 'stopped', at: upTo(stop.at), node: stop.node };
    }
    const slices = leaf.slots.map((_, slot) => {
      const [from = 0, to = 0] = holes.subarray(2 * slot, 2 * slot + 2);
      return isAscii ? message.slice(from, to) : page.toString('utf8', from, to);
    });
    return { kind: 'understood', leaf, slices, end: upTo(end) };
  };
}
