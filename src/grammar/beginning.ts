/** How a message begins: the way from the root of a tree along which its tokens leave no choice. */
import type { IToken } from 'chevrotain';
import type { Lexicon } from './lexicon.ts';
import type { Edge, Node } from './tree.ts';

export interface Beginning {
  readonly taken: readonly Edge[];
  /** The place behind them: here the tokens no longer decide alone, or fit nothing. */
  readonly node: Node;
}

export function beginningOf(root: Node, tokens: readonly IToken[], lexicon: Lexicon): Beginning {
  const taken: Edge[] = [];
  let node = root;
  for (const token of tokens) {
    if (!tokensDecide(node)) break;
    const edge = node.edges.find((each) => takes(each, token, lexicon));
    if (edge === undefined) break;
    taken.push(edge);
    node = edge.to;
  }
  return { taken, node };
}

/** Whether anything can follow at a place where a token stands (`undefined` = the message ends). */
export function mayGoOn(node: Node, token: IToken | undefined, lexicon: Lexicon): boolean {
  return !tokensDecide(node) || (token !== undefined && node.edges.some((edge) => takes(edge, token, lexicon)));
}

/** The tree with this beginning alone. */
export function only(taken: readonly Edge[], node: Node): Node {
  return taken.reduceRight<Node>((to, edge, index) => ({ id: -1 - index, edges: [{ ...edge, to }], leaf: null, isOurs: false }), node);
}

/** Neither text, which may be anything, nor an end. */
function tokensDecide({ leaf, edges }: Node): boolean {
  return leaf === null && edges.every(({ match }) => match.kind !== 'free');
}

function takes({ match }: Edge, token: IToken, lexicon: Lexicon): boolean {
  return match.kind !== 'free' && lexicon.tokenOf(match) === token.tokenType;
}
