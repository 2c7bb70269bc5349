/** A participant's changes as aligned lines: time, state, how long, why and by whom, and the log line it rests on. */
import type { Participant } from '#model/index.ts';
import { basisWords, kindWords, roleWords } from '#view/labels.ts';
import type { Lane } from '#view/picture.ts';
import type { Extent } from '#view/presence.ts';
import { safe } from '#view/safe.ts';
import { fill, fillLeft, shorten, widthOf, wrap, wrapParts } from '#view/shorten.ts';
import { isPerson } from '#view/waits.ts';
import { type ById, type Change, changesOf, proofWords } from './changes.ts';
import { signOf } from './lane-lines.ts';
import type { Page } from './page.ts';

/** Widths of columns that are always the same. */
const columns = { time: 12, what: 10 } as const;
/** Where the names of states begin. */
const indent = 2 + columns.time + 2 + 2;
/** The reason gets a line of its own where less is left for it. */
const leastWhy = 20;

/** Heading, facts and changes of each lane. */
export function detailLines(page: Page, lanes: readonly Lane[], byId: ById, known: Extent): readonly string[] {
  const changes = lanes.map((lane) => changesOf(page, lane.participant, byId, known));
  const widths = widthsOf(page, changes.flat());
  return lanes.flatMap((lane, index) => [
    ...(index === 0 ? [] : ['']),
    ...personLines(page, lane),
    ...dated(page, changes[index] ?? [], known).flatMap(({ date, change }) => [
      ...(date === null ? [] : [`  ${page.style.paint(date, 'faint')}`]),
      ...changeLines(page, change, widths),
    ]),
  ]);
}

/** The date of a change, where it is another than that of the one before; the first is that of the meeting. */
function dated(
  { face }: Page,
  changes: readonly Change[],
  known: Extent,
): readonly { readonly date: string | null; readonly change: Change }[] {
  let last = face.date(known.from);
  return changes.map((change) => {
    const date = change.at === null ? last : face.date(change.at);
    const isNew = date !== last;
    last = date;
    return { date: isNew ? date : null, change };
  });
}

function personLines(page: Page, lane: Lane): readonly string[] {
  const { paint, signs } = page.style;
  const name = shorten(`${signOf(lane, page)} ${lane.label}`, page.columns, signs.ellipsis);
  const facts = wrapParts(factsOf(page, lane.participant), page.columns - 2, ` ${signs.dot} `, signs.ellipsis);
  return [paint(name, lane.role === 'host' ? 'host' : 'strong'), ...facts.map((line) => paint(`  ${line}`, 'faint'))];
}

/** What is known of somebody besides what happened. */
export function factsOf(page: Page, participant: Participant): readonly string[] {
  const { role, roleBasis, roleEvidence, leg, name } = participant;
  const proof = roleEvidence.at(-1);
  const basis = roleBasis === null ? '' : `: ${basisWords[roleBasis]}${proof === undefined ? '' : ` (${page.place(proof)})`}`;
  const number = leg.callNumber === null ? '' : ` call ${leg.callNumber}`;
  const also = leg.displayName !== null && name !== null && name !== leg.displayName && leg.displayName.trim() !== '' ? safe(name) : '';
  return [
    isPerson(participant) ? `${roleWords[role]}${basis}` : '',
    `${kindWords[leg.kind]}${number}`.trim(),
    also,
    leg.dialled === null ? '' : `dialled ${safe(leg.dialled)}`,
    leg.callLegId === null ? '' : `leg ${leg.callLegId}`,
    leg.host === null ? '' : `on ${safe(leg.host)}`,
  ].filter((fact) => fact !== '');
}

/** Widths of columns that what is in them decides. */
interface Widths {
  readonly length: number;
  readonly proof: number;
  /** 0 = the reason has a line of its own. */
  readonly why: number;
}

function widthsOf(page: Page, changes: readonly Change[]): Widths {
  const widest = (of: (change: Change) => string): number => changes.reduce((most, change) => Math.max(most, widthOf(of(change))), 0);
  const length = widest((change) => change.length);
  const proof = widest((change) => proofWords(page, change));
  const why = page.columns - indent - columns.what - 1 - length - 2 - (proof === 0 ? 0 : proof + 2);
  return { length, proof, why: why >= leastWhy ? why : 0 };
}

function changeLines(page: Page, change: Change, { length, proof, why }: Widths): readonly string[] {
  const { paint, signs } = page.style;
  const time = change.at === null ? 'before' : page.face.time(change.at);
  const start = `  ${paint(fill(time, columns.time), 'faint')}  ${paint(change.sign, change.tone)} ${fill(change.what, columns.what)} ${fillLeft(change.length, length)}`;
  const used = indent + columns.what + 1 + length;
  const end = proof === 0 ? '' : `  ${paint(fillLeft(proofWords(page, change), proof), 'faint')}`;
  const [first = '', ...more] = why > 0 ? wrap(change.why, why, signs.ellipsis) : [];
  // A reason of many short lines is easier to read on one long one.
  if (why > 0 && more.length < 2) {
    return [`${start}  ${fill(first, why)}${end}`.trimEnd(), ...more.map((line) => ' '.repeat(used + 2) + line)];
  }
  const lines = change.why === '' ? [] : wrap(change.why, page.columns - indent, signs.ellipsis);
  const gap = ' '.repeat(Math.max(0, page.columns - used - (proof === 0 ? 0 : proof + 2)));
  return [`${start}${gap}${end}`.trimEnd(), ...lines.map((line) => ' '.repeat(indent) + line)];
}
