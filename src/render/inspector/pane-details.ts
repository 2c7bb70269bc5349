/** Details: facts of the participant or the meeting, each wrapped, with the line that proves it. */
import type { Style } from '#render/text/style.ts';
import { fillLeft, wrap } from '#view/shorten.ts';
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
  const blocks = facts.map((fact, index) => factRows(fact, state.view === 'details' && index === chosen, box.columns, state.search, style));
  const before = blocks.slice(0, chosen).reduce((sum, rows) => sum + rows.length, 0);
  const rows = blocks.flat();
  const top = state.view === 'details' ? topOf(before, rows.length, room) : 0;
  return rows.slice(top, top + room);
}

function factRows(fact: Fact, selected: boolean, columns: number, search: string, style: Style): readonly Row[] {
  const { signs } = style;
  if (fact.kind === 'heading') return [[piece(` ${fact.text}`, 'heading')]];
  const proof = fact.evidence === null ? '' : String(fact.evidence.line);
  const room = columns - 3 - (proof === '' ? 0 : proof.length + 2);
  const marker = selected ? (signs.ellipsis === '...' ? '>' : '▌') : ' ';
  return wrap(fact.text, Math.max(10, room), signs.ellipsis).map((line, index) => {
    const text = index === 0 ? line : `  ${line}`;
    const body = selected && index === 0 ? [{ text, tone: fact.tone, inverse: true } as const] : marked(text, search, fact.tone);
    const used = [...text].length;
    const number = index === 0 && proof !== '' ? [piece(fillLeft(proof, Math.max(proof.length, columns - 2 - used - 1)), 'faint')] : [];
    return [piece(` ${index === 0 ? marker : ' '}`, 'strong'), ...body, ...number];
  });
}
