/** Lines of a grammar file → blocks: which wordings belong to which event, which examples to which wording. */
import { callBridge } from '#model/index.ts';
import type { Complaint } from './complaint.ts';
import type { WrittenLine, WrittenPart } from './notation.ts';
import type { Place } from './wording.ts';

export interface WrittenWording {
  readonly parts: readonly WrittenPart[];
  readonly examples: readonly { readonly text: string; readonly place: Place }[];
  readonly place: Place;
}

export interface Block {
  /** The kind of event, not yet known to exist; null = quiet. */
  readonly event: string | null;
  readonly process: string;
  readonly wordings: readonly WrittenWording[];
  readonly place: Place;
}

interface GrowingBlock extends Block {
  process: string;
  readonly wordings: (WrittenWording & { readonly examples: { readonly text: string; readonly place: Place }[] })[];
}

/** The blocks of one file, and what stands outside of them. */
export function blocksOf(lines: readonly WrittenLine[]): { readonly blocks: readonly Block[]; readonly complaints: readonly Complaint[] } {
  const blocks: GrowingBlock[] = [];
  const complaints: Complaint[] = [];
  let process: string = callBridge;
  for (const line of lines) {
    const block = blocks.at(-1);
    if (line.kind === 'event' || line.kind === 'quiet') {
      blocks.push({ event: line.kind === 'event' ? line.name : null, process, wordings: [], place: line.place });
    } else if (line.kind === 'process' && !line.inBlock) {
      process = line.name;
    } else {
      const reason = add(line, block);
      if (reason !== null) complaints.push({ place: line.place, reason });
    }
  }
  for (const block of blocks) complaints.push(...gaps(block));
  return { blocks, complaints };
}

/** Puts an indented line where it belongs; the reason when it belongs nowhere. */
function add(line: Exclude<WrittenLine, { kind: 'event' | 'quiet' }>, block: GrowingBlock | undefined): string | null {
  if (line.kind === 'process') {
    if (block === undefined)
      return 'an indented `process` belongs into a block; at the start of a line it holds for the file from there on';
    block.process = line.name;
  } else if (line.kind === 'wording') {
    if (block === undefined) return 'this wording stands in no block: begin one with `event <kind>` or `quiet`';
    block.wordings.push({ parts: line.parts, examples: [], place: line.place });
  } else {
    const wording = block?.wordings.at(-1);
    if (wording === undefined) return 'this is an example of nothing: it belongs below its wording';
    wording.examples.push({ text: line.text, place: line.place });
  }
  return null;
}

function gaps(block: Block): Complaint[] {
  if (block.wordings.length === 0) return [{ place: block.place, reason: 'this block has no wording' }];
  return block.wordings
    .filter(({ examples }) => examples.length === 0)
    .map(({ place }) => ({ place, reason: 'this wording has no example: write one below it, as CMS logs it, behind `>`' }));
}
