/** Details: facts of the participant or the meeting, each wrapped, with the line that proves it. */
import type { Style } from '#render/text/style.ts';
import { fillLeft, widthOf, wrap } from '#view/shorten.ts';
import type { Fact } from './facts.ts';
import { factsOf, selectedFact } from './facts-of.ts';
import { comingWords, isComing } from './focus.ts';
import { type Box, topOf } from './layout.ts';
import { marked, piece, type Row } from './row.ts';
import type { Inspector } from './state.ts';

export function detailsPane(state: Inspector, box: Box, style: Style): readonly Row[] {
  if (isComing(state)) return [[piece(` ${comingWords(state)}`, 'faint')]];
  const facts = factsOf(state);
  const chosen = selectedFact(facts, state.fact);
  const room = box.rows - 1;
  const wrapped = wrappedOf(facts, box.columns, style);
  const here = state.view === 'details';
  const before = wrapped.slice(0, chosen).reduce((sum, { lines }) => sum + lines.length, 0);
  const count = wrapped.reduce((sum, { lines }) => sum + lines.length, 0);
  const top = here ? topOf(before, count, room) : 0;
  const rows: Row[] = [];
  let seen = 0;
  for (const [index, each] of wrapped.entries()) {
    const skipped = Math.max(0, top - seen);
    seen += each.lines.length;
    if (skipped < each.lines.length)
      rows.push(...factRows(each, here && index === chosen, box.columns, state.search, style).slice(skipped));
    if (rows.length >= room) break;
  }
  return rows.slice(0, room);
}

/** A fact, broken into the lines that it takes. */
interface Wrapped {
  readonly fact: Fact;
  readonly lines: readonly string[];
}

const wrappings = new WeakMap<readonly Fact[], { readonly columns: number; readonly wrapped: readonly Wrapped[] }>();

function wrappedOf(facts: readonly Fact[], columns: number, { signs }: Style): readonly Wrapped[] {
  const known = wrappings.get(facts);
  if (known?.columns === columns) return known.wrapped;
  const wrapped = facts.map((fact) => {
    if (fact.kind === 'heading') return { fact, lines: [fact.text] };
    const proof = fact.evidence === null ? 0 : String(fact.evidence.line).length + 2;
    return { fact, lines: wrap(fact.text, Math.max(10, columns - 3 - proof), signs.ellipsis) };
  });
  wrappings.set(facts, { columns, wrapped });
  return wrapped;
}

function factRows({ fact, lines }: Wrapped, selected: boolean, columns: number, search: string, style: Style): readonly Row[] {
  const { signs } = style;
  if (fact.kind === 'heading') return [[piece(` ${fact.text}`, 'heading')]];
  const proof = fact.evidence === null ? '' : String(fact.evidence.line);
  const marker = selected ? (signs.ellipsis === '...' ? '>' : '▌') : ' ';
  return lines.map((line, index) => {
    const text = index === 0 ? line : `  ${line}`;
    const body = selected && index === 0 ? [{ text, tone: fact.tone, inverse: true } as const] : marked(text, search, fact.tone);
    const used = widthOf(text);
    const number = index === 0 && proof !== '' ? [piece(fillLeft(proof, Math.max(proof.length, columns - 2 - used - 1)), 'faint')] : [];
    return [piece(` ${index === 0 ? marker : ' '}`, 'strong'), ...body, ...number];
  });
}
