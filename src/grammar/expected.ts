/** In words, what could have followed where reading stopped. */
import { oneOf } from './complaint.ts';
import type { Edge, Node, TokenHole } from './tree.ts';

const holeNames: Readonly<Record<TokenHole, string>> = {
  guid: 'a GUID',
  ip: 'an IP address',
  duration: 'a duration (M:SS)',
  int: 'a number',
};

/** More than this are not listed. */
const listLimit = 12;

/** `"to be deactivated"`, `a GUID or a number`: what the wordings have at a place of the tree. */
export function expectedAt(node: Node): string {
  const words = node.edges.flatMap(beginnings);
  return oneOf(node.leaf === null ? words : [...words, 'the end of the message'], listLimit);
}

function beginnings(edge: Edge): string[] {
  switch (edge.match.kind) {
    case 'literal':
      return phrases(edge).map((phrase) => `\`${phrase}\``);
    case 'token':
      return [holeNames[edge.match.type]];
    case 'free':
      return ['text'];
  }
}

/** The words from an edge on; behind a mere sign, those of each way on. */
function phrases({ match, to }: Edge): string[] {
  if (match.kind !== 'literal') return [];
  const next = to.leaf === null && (to.edges.length === 1 || !/\w/.test(match.text)) ? to.edges : [];
  const longer = next.flatMap((edge) => phrases(edge).map((phrase) => `${match.text}${edge.blank ? ' ' : ''}${phrase}`));
  return longer.length > 0 ? longer : [match.text];
}
