/** Messages as CMS writes them, with names as people have them or as would hurt most, and what happens to them on their way. */
import * as fc from 'fast-check';
import { checkedWordings } from '#grammar/grammar.ts';
import { plantTrees } from '#grammar/tree.ts';
import { type Step, variantsOf } from '#grammar/wording.ts';
import { sources } from './support.ts';

export const wordings = checkedWordings(sources);
export const { trees } = plantTrees(wordings.flatMap(variantsOf));

const guid = fc.uuid().map((id) => id);
const literals = [...new Set(wordings.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'literal' ? [part.text] : []))))];

/** Pieces of what wordings say themselves, where a name should be: the hardest names there are. */
export const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '" joined space ',
        '" (',
        ')',
        ') joined conference ',
        "'",
        ' - ',
        '-',
        ' / "',
        '" conference participation',
        ' ',
        '  ',
        ':',
        '\\',
      ),
      fc.constantFrom(...literals),
      guid,
      fc.constantFrom('ann@example.org', 'sip:ann@example.org', '0:14', '17', '10.0.0.9', 'fe80::1', 'Ünal', '🦊', '', 'x', '(', '"Board"'),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

export const plain = fc.constantFrom('Board', 'Ann Ray', 'ann@example.org', 'Größe (4)', 'Dee "DJ" Jo', "O'Hara", '');

function spelled(steps: readonly Step[], text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(
      ...steps.map(({ part, blank }) => {
        const filled = part.kind === 'literal' ? fc.constant(part.text) : holeContent(part.type, text);
        return filled.map((content) => `${blank ? ' ' : ''}${content}`);
      }),
    )
    .map((pieces) => pieces.join(''));
}

function holeContent(type: string, text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  switch (type) {
    case 'guid':
      return fc.oneof(
        guid,
        guid.map((id) => id.toUpperCase()),
      );
    case 'int':
      return fc.oneof(fc.nat().map(String), fc.constantFrom('007', '123456789012345', '1234567890123456'));
    case 'duration':
      return fc.constantFrom('0:00', '0:14', '75:03', '1:02:03', '123456:59');
    case 'ip':
      return fc.constantFrom('192.0.2.44', '2001:db8::17', '::1', '1.2.3', 'fe80::a:b');
    default:
      return text;
  }
}

const variants = fc.constantFrom(...wordings.flatMap(variantsOf));
export const written = (text: fc.Arbitrary<string>): fc.Arbitrary<{ readonly message: string; readonly process: string }> =>
  variants.chain(({ steps, wording }) => spelled(steps, text).map((message) => ({ message, process: wording.process })));

/** A small damage: characters lost, doubled, or put in. */
export const damage = fc.array(fc.tuple(fc.nat(400), fc.constantFrom('', ' ', '  ', '"', ')', 'x', ':', '7', '-'), fc.nat(3)), {
  maxLength: 3,
});

export function damaged(message: string, cuts: readonly (readonly [number, string, number])[]): string {
  let text = message;
  for (const [where, put, lost] of cuts) {
    const at = where % (text.length + 1);
    text = text.slice(0, at) + put + text.slice(at + lost);
  }
  return text;
}

/** Places in a message where its line breaks, and what stands there then: blanks may be kept or lost with it. */
export const lineBreaks = fc.array(fc.tuple(fc.nat(400), fc.constantFrom('\n', ' \n', '\n ', '\n\n', '\r\n', '\t\n')), {
  minLength: 1,
  maxLength: 4,
});

/** What somebody wrote behind the record. */
export const behind = fc.constantFrom('', '', '', '\n', '\n\nRegards,\nBob', '\n"so it goes)"', '\n) and (more)', '\n-- \nBob (ops)');

export function brokenAt(message: string, breaks: readonly (readonly [number, string])[]): string {
  return breaks.reduce((text, [where, put]) => {
    const blanks = [...text.matchAll(/ /g)].map(({ index }) => index);
    const at = where % 2 === 0 ? (blanks[where % Math.max(1, blanks.length)] ?? 0) : where % (text.length + 1);
    return `${text.slice(0, at)}${put}${text.slice(where % 4 === 0 ? at + 1 : at)}`;
  }, message);
}
