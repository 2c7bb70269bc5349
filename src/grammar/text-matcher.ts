/** The matcher for messages that are texts, because they had to be mended: they are written down as bytes, and read there. */
import type { Matcher } from './matcher.ts';
import type { Parsed } from './parsed.ts';

/** As a {@link Parser}; undefined = declined. */
export type TextMatcher = (process: string, message: string) => Parsed | null | undefined;

const beyondAscii = /[\u0080-\uffff]/;

export function textMatcherOf(matcher: Matcher): TextMatcher {
  const { match } = matcher;
  let page = Buffer.alloc(4096);

  return (process, message) => {
    const root = matcher.rootOf(process);
    if (root === undefined) return null;
    const isAscii = !beyondAscii.test(message);
    // Half a character has no UTF-8.
    if (message.includes('\n') || (!isAscii && !message.isWellFormed())) return undefined;
    // A zero behind it, and room to look ahead.
    const room = message.length * 3 + 64;
    if (page.length < room) page = Buffer.alloc(room);
    const length = page.write(message, isAscii ? 'latin1' : 'utf8');
    page.fill(0, length, length + 64);
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
