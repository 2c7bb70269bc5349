/** Records → what the wording says and what stands in its holes, for those who write the message anew with something else in them. */
import type { LogRecord, MessagePart, MessageParts } from '#model/index.ts';
import { firstLines, type Parsers, processOf } from './read.ts';
import type { Leaf } from './tree.ts';
import { written } from './value.ts';

/** In the spelling of the wording: what was damaged, and what stood behind its end, is not in there. */
export function takerApart(parsers: Parsers): (record: LogRecord) => MessageParts | null {
  return (record) => {
    const message = firstLines(record.message);
    for (const parse of parsers) {
      const parsed = parse(processOf(record), message);
      if (parsed === undefined) continue;
      const event = parsed?.kind === 'understood' ? parsed.leaf.wording.event : null;
      return parsed?.kind !== 'understood' || event === null ? null : { event, parts: partsOf(parsed.leaf, parsed.slices) };
    }
    return null;
  };
}

function partsOf({ steps }: Leaf, slices: readonly string[]): readonly MessagePart[] {
  let slot = 0;
  return steps.flatMap(({ part, blank }): readonly MessagePart[] => {
    const gap: readonly MessagePart[] = blank ? [{ kind: 'words', text: ' ' }] : [];
    if (part.kind === 'literal') return [...gap, { kind: 'words', text: part.text }];
    const text = written(part.type, slices[slot] ?? '');
    slot += 1;
    return [...gap, { kind: 'hole', field: part.name, type: part.type, text }];
  });
}
