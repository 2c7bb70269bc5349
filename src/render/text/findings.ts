/** Findings: a sign, a sentence, and where it shows. */
import type { Evidence, Finding, Severity } from '#model/index.ts';
import { safe } from '#view/safe.ts';
import { wrap } from '#view/shorten.ts';
import type { Page } from './page.ts';
import type { Tone } from './style.ts';

const tones: Readonly<Record<Severity, Tone>> = { info: 'faint', warning: 'warning', error: 'error' };
const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Places beyond this number are counted. */
const mostPlaces = 4;

/** The gravest first; equal ones in the order of time in which they come. */
export function findingLines(page: Page, findings: readonly Finding[]): readonly string[] {
  return [...findings].sort((a, b) => ranks[a.severity] - ranks[b.severity]).flatMap((finding) => lines(page, finding));
}

function lines(page: Page, { severity, message, code, evidence }: Finding): readonly string[] {
  const { signs, paint } = page.style;
  const proof = [code, ...placesOf(page, evidence)].join(', ');
  const sentences = wrap(safe(message), page.columns - 3, signs.ellipsis);
  return [
    ...sentences.map((line, index) => `${index === 0 ? paint(signs.severities[severity], tones[severity]) : ' '}  ${line}`),
    ...wrap(proof, page.columns - 3, signs.ellipsis).map((line) => `   ${paint(line, 'faint')}`),
  ];
}

/** `line 19`, `20`, `21`, `5 more`: what they have in common is said once. */
function placesOf(page: Page, evidence: readonly Evidence[]): readonly string[] {
  const places = [...new Set(evidence.map(page.place))];
  const shown = places.slice(0, mostPlaces);
  const more = places.length > mostPlaces ? [`${places.length - mostPlaces} more`] : [];
  const numbers = shown.map((place, index) => (index > 0 && place.startsWith('line ') ? place.slice('line '.length) : place));
  return [
    ...(numbers.length > 1 ? numbers.map((place, index) => (index === 0 ? place.replace(/^line /u, 'lines ') : place)) : numbers),
    ...more,
  ];
}
