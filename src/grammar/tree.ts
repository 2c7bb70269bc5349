/**
 * All wordings of one process as a prefix tree: what parsers, matchers and anchors are made from. Two wordings share their way as long as
 * they say the same; the names of fields stand at the leaves, so that `conference {conference:guid} named …` and
 * `conference {media:guid} destroyed` share it, too.
 */
import type { EventKind } from '#model/index.ts';
import type { Complaint } from './complaint.ts';
import { type HoleType, isFree, type Step, stepsOfOurs, type Variant, type Wording } from './wording.ts';

/** What stands at an edge: a word, or a hole by how it is recognised. */
export type Match =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'token'; readonly type: TokenHole }
  | { readonly kind: 'free' };

/** What has a length of its own. */
export type FixedMatch = Exclude<Match, { readonly kind: 'free' }>;

/** Holes of one token. */
export type TokenHole = Exclude<HoleType, 'text' | 'uri'>;

export interface Edge {
  readonly match: Match;
  /** Whether CMS writes a blank before it. */
  readonly blank: boolean;
  readonly to: Node;
}

export interface Slot {
  readonly name: string;
  readonly type: HoleType;
}

/** The end of a wording: what its holes mean, in order. */
export interface Leaf {
  /** The same for the same wordings, wherever they are planted. */
  readonly id: number;
  readonly wording: Wording;
  readonly slots: readonly Slot[];
  readonly constants: Readonly<Record<string, string>>;
  /** The whole wording, with its options and choices settled. */
  readonly steps: readonly Step[];
}

export interface Node {
  readonly id: number;
  /** Words before tokens before free text, each in the order of the files. */
  readonly edges: readonly Edge[];
  readonly leaf: Leaf | null;
  /** Whether a message that comes here is ours, even when it goes on otherwise. */
  readonly isOurs: boolean;
}

export interface Tree {
  readonly process: string;
  readonly root: Node;
  /** Below this. */
  readonly nodeCount: number;
}

interface GrowingNode extends Node {
  readonly edges: GrowingEdge[];
  leaf: Leaf | null;
}

interface GrowingEdge extends Edge {
  readonly to: GrowingNode;
}

/** The trees of all processes; two wordings that say the same are complaints. */
export function plantTrees(variants: readonly Variant[]): { readonly trees: readonly Tree[]; readonly complaints: readonly Complaint[] } {
  const roots = new Map<string, GrowingNode>();
  const complaints: Complaint[] = [];
  let nodeCount = 0;
  let leafCount = 0;
  const plant = (isOurs: boolean): GrowingNode => ({ id: nodeCount++, edges: [], leaf: null, isOurs });

  for (const variant of variants) {
    const { process } = variant.wording;
    let node = roots.get(process);
    if (node === undefined) {
      node = plant(false);
      roots.set(process, node);
    }
    const ours = stepsOfOurs(variant.steps);
    for (const [index, step] of variant.steps.entries()) {
      node = follow(node, step, () => plant(index + 1 >= ours));
    }
    const clash = claim(node, variant, leafCount++);
    if (clash !== null) complaints.push({ place: variant.wording.place, reason: clash });
  }
  for (const root of roots.values()) complaints.push(...swallowed(root));
  const trees = [...roots].map(([process, root]) => ({ process, root, nodeCount }));
  return { trees, complaints };
}

function follow(node: GrowingNode, step: Step, plant: () => GrowingNode): GrowingNode {
  const match = matchOf(step);
  const known = node.edges.find((edge) => isSame(edge.match, match));
  if (known !== undefined) return known.to;
  const edge = { match, blank: step.blank, to: plant() };
  // NOTE: keeps edges sorted: free text, which may be anything, is asked last.
  const place = node.edges.findIndex((other) => rank(other.match) > rank(match));
  node.edges.splice(place === -1 ? node.edges.length : place, 0, edge);
  return edge.to;
}

function claim(node: GrowingNode, variant: Variant, id: number): string | null {
  if (node.leaf !== null) return `this wording says the same as ${placeOf(node.leaf.wording)}, once options and choices are settled`;
  const slots: Slot[] = [];
  for (const { part } of variant.steps) if (part.kind === 'hole') slots.push({ name: part.name, type: part.type });
  node.leaf = { id, wording: variant.wording, slots, constants: variant.constants, steps: variant.steps };
  return null;
}

/** Wordings that end where another one goes on with text that may be empty, up to the end of the message. */
function swallowed(node: Node): Complaint[] {
  const text = node.edges.find(({ match, to }) => match.kind === 'free' && to.leaf !== null)?.to.leaf;
  const below = node.edges.flatMap(({ to }) => swallowed(to));
  if (node.leaf === null || text === null || text === undefined) return below;
  const reason = `this wording says what ${placeOf(text.wording)} says with an empty text at its end`;
  return [...below, { place: node.leaf.wording.place, reason }];
}

function matchOf({ part }: Step): Match {
  if (part.kind === 'literal') return { kind: 'literal', text: part.text };
  return isFree(part.type) ? { kind: 'free' } : { kind: 'token', type: part.type };
}

function isSame(a: Match, b: Match): boolean {
  if (a.kind === 'literal') return b.kind === 'literal' && a.text === b.text;
  if (a.kind === 'token') return b.kind === 'token' && a.type === b.type;
  return b.kind === 'free';
}

function rank(match: Match): number {
  return match.kind === 'literal' ? 0 : match.kind === 'token' ? 1 : 2;
}

/** `call.grammar:12` */
export function placeOf(wording: Wording): string {
  return `${wording.place.file}:${wording.place.line}`;
}

/** All ends of wordings, or some, by their ids. */
export function leavesOf(trees: readonly Tree[], which: (node: Node) => boolean = () => true): readonly (Leaf | undefined)[] {
  const leaves: Leaf[] = [];
  const collect = (node: Node): void => {
    const { leaf, edges } = node;
    if (leaf !== null && which(node)) leaves[leaf.id] = leaf;
    for (const { to } of edges) collect(to);
  };
  for (const { root } of trees) collect(root);
  return leaves;
}

/** The words of all wordings; longer ones first: `locked` before `lock`. */
export function literalsOf(trees: readonly Tree[]): string[] {
  const texts = new Set<string>();
  const collect = (node: Node): void => {
    for (const { match, to } of node.edges) {
      if (match.kind === 'literal') texts.add(match.text);
      collect(to);
    }
  };
  for (const { root } of trees) collect(root);
  return [...texts].sort((a, b) => b.length - a.length);
}

/** The events whose wordings pass a place. */
export function eventsAt(node: Node): Set<EventKind> {
  const own = node.leaf?.wording.event ?? null;
  return new Set([...(own === null ? [] : [own]), ...node.edges.flatMap(({ to }) => [...eventsAt(to)])]);
}

/** What may follow a place without free text in between: up to the next free text, or to the end of the message. */
export interface Path {
  readonly steps: readonly { readonly match: FixedMatch; readonly blank: boolean }[];
  /** The place behind the free text that follows; null = the message ends. */
  readonly into: Node | null;
}

/** All paths from a node: they tell where a free text before it ends. */
export function pathsFrom(node: Node): Path[] {
  const end: Path[] = node.leaf === null ? [] : [{ steps: [], into: null }];
  return [...end, ...node.edges.flatMap(pathsOver)];
}

/** The paths that begin with one edge. */
export function pathsOver({ match, blank, to }: Edge): Path[] {
  if (match.kind === 'free') return [{ steps: [], into: to }];
  return pathsFrom(to).map(({ steps, into }) => ({ steps: [{ match, blank }, ...steps], into }));
}
