/** The findings of a log as they are listed, packed: a screen shows a few of thousands. */
import { deserialize, serialize } from 'node:v8';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Finding } from '#model/index.ts';
import type { FindingList, PlacedFinding } from '#render/inspector/book.ts';

/** Findings in one piece. */
const perPiece = 50;
/** Pieces at hand: more than a screen shows. */
const mostUnpacked = 4;

export interface FindingPiece {
  readonly count: number;
  readonly packed: Uint8Array;
}

/** The list in pieces. */
export function* packFindings(list: readonly PlacedFinding[]): Generator<FindingPiece> {
  for (let at = 0; at < list.length; at += perPiece) {
    const some = list.slice(at, at + perPiece).map(({ finding, entry }) => ({ entry, finding: plainFinding(finding) }));
    yield { count: some.length, packed: zstdCompressSync(serialize(some)) };
  }
}

/** Without what only correlation asks of records. */
function plainFinding(finding: Finding): Finding {
  return { ...finding, evidence: finding.evidence.map(({ input, line, text }) => ({ input, line, text })) };
}

export function listOfFindings(pieces: readonly FindingPiece[]): FindingList {
  const unpacked = new Map<number, readonly PlacedFinding[]>();
  const pieceAt = (index: number): readonly PlacedFinding[] => {
    const known = unpacked.get(index);
    if (known !== undefined) return known;
    const packed = pieces[index]?.packed;
    const piece: readonly PlacedFinding[] = packed === undefined ? [] : deserialize(zstdDecompressSync(packed));
    unpacked.set(index, piece);
    for (const key of unpacked.keys()) {
      if (unpacked.size <= mostUnpacked) break;
      unpacked.delete(key);
    }
    return piece;
  };
  return {
    length: pieces.reduce((sum, { count }) => sum + count, 0),
    at: (index) => (index < 0 ? undefined : pieceAt(Math.floor(index / perPiece))[index % perPiece]),
  };
}
