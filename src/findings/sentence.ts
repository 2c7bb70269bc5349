/** Sentences with times in them: rules say instants, the clock writes them. */
import { type Instant, isDateless, iso, isoTimeOfDay } from '#model/index.ts';

/** How an instant is written; the clock face of a view is one, so that sentences show times as the view does. */
export interface Clock {
  /** `2017-02-21` */
  date(at: Instant): string;
  /** `17:49:26.670` */
  time(at: Instant): string;
  /** `17:49:26` */
  seconds(at: Instant): string;
}

export const utc: Clock = {
  date: (at) => (isDateless(at) ? '????-??-??' : iso(at).slice(0, 10)),
  time: isoTimeOfDay,
  seconds: (at) => iso(at).slice(11, 19),
};

/** Words and instants, in order. */
export type Sentence = readonly (string | Instant)[];

/** A sentence, or a part of one, as a template: say`Host ${name} left at ${at}.` */
export function say(words: TemplateStringsArray, ...values: readonly (string | Instant | Sentence)[]): Sentence {
  const sentence: (string | Instant)[] = [];
  words.forEach((word, index) => {
    if (word !== '') sentence.push(word);
    const value = values[index];
    if (typeof value === 'string' || typeof value === 'number') sentence.push(value);
    else if (value !== undefined) sentence.push(...value);
  });
  return sentence;
}

/** Writes a sentence: the date with the first time, and again where the day is another. */
export function written(sentence: Sentence, clock: Clock): string {
  let day = '';
  return sentence
    .map((word) => {
      if (typeof word === 'string') return word;
      const date = clock.date(word);
      // Stamps of whole seconds are not made more exact than they are.
      const time = word % 1000 === 0 ? clock.seconds(word) : clock.time(word);
      const known = date === day;
      day = date;
      return known ? time : `${date} ${time}`;
    })
    .join('');
}
