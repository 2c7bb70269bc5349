/** Sentences in which names keep their mark, so that each medium can set them apart and guard them. */
import type { Participant } from '#model/index.ts';
import { laneLabel } from '../labels.ts';

export type Word = string | { readonly name: string };
export type Sentence = readonly Word[];

/** A sentence, or a part of one, as a template: say`${nameOf(host)} left.` */
export function say(words: TemplateStringsArray, ...values: readonly (Word | Sentence)[]): Sentence {
  const sentence: Word[] = [];
  for (const [index, word] of words.entries()) {
    if (word !== '') sentence.push(word);
    const value = values[index];
    if (typeof value === 'string') {
      if (value !== '') sentence.push(value);
    } else if (isSentence(value)) sentence.push(...value);
    else if (value !== undefined) sentence.push(value);
  }
  return sentence;
}

/** As plain text. */
export function plain(sentence: Sentence): string {
  return sentence.map((word) => (typeof word === 'string' ? word : word.name)).join('');
}

function isSentence(value: Word | Sentence | undefined): value is Sentence {
  return Array.isArray(value);
}

export function nameOf(participant: Participant): Word {
  return { name: laneLabel(participant) };
}

/** `ann, bo and 14 more`. */
export function listed(items: readonly (Word | Sentence)[], most = 3): Sentence {
  const shown = items.length <= most ? items : items.slice(0, most - 1);
  const rest = items.length - shown.length;
  return shown.flatMap((item, index): Sentence => {
    const isLast = index === shown.length - 1 && rest === 0;
    const before = index === 0 ? '' : isLast ? ' and ' : ', ';
    return say`${before}${item}${index === shown.length - 1 && rest > 0 ? ` and ${rest} more` : ''}`;
  });
}

/** `guest ann`, `3 guests: ann, bo and cy`; people of whom the log does not tell that they are guests are no guests. */
export function party(participants: readonly Participant[]): Sentence {
  const guests = participants.length > 0 && participants.every(({ role }) => role === 'guest');
  const [only, second] = participants;
  if (only !== undefined && second === undefined) return guests ? say`guest ${nameOf(only)}` : [nameOf(only)];
  return say`${count(participants)} (${listed(participants.map(nameOf))})`;
}

/** `3 guests`, `3 people`, `1 guest`. */
export function count(participants: readonly Participant[]): string {
  const guests = participants.length > 0 && participants.every(({ role }) => role === 'guest');
  if (participants.length === 1) return guests ? '1 guest' : '1 person';
  return `${participants.length} ${guests ? 'guests' : 'people'}`;
}

/** The first letter large; a name stays as it is. */
export function capital(sentence: Sentence): Sentence {
  const [first, ...rest] = sentence;
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : sentence;
}
