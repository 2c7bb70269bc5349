/** What the inspector says to those who hear it: the states in words, nothing that only a picture shows. */
import { describe, expect, it } from 'vitest';
import { speechOf } from '#render/inspector/speech.ts';
import { openSample } from './support.ts';

const sample = 'scenario-3-pin-timeout.log';

/** Without the sentence that ends all of them. */
function heard(...keys: readonly string[]): readonly string[] {
  const sentences = speechOf(
    openSample(sample)
      .keys(...keys)
      .state(),
  );
  expect(sentences.at(-1)).toBe('Question mark: help.');
  return sentences.slice(0, -1);
}

describe('heard instead of seen', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'a meeting',
      [],
      [
        'Meeting 1 of 1: Customer call 12/b, 2017-04-03 13:59:20.',
        '1 host, 2 other participants; 2 waited, the longest 57.766 s; 1 finding.',
      ],
    ],
    [
      'a participant at a moment, and what of the meeting is looked at',
      ['enter', ']', ']', '+'],
      [
        'Timeline, participant 2 of 3: 210@desk.example, guest.',
        'At 13:59:48.003: in the lobby, for 17.424 s.',
        'Closer in time: 13:59:34.211 to 14:00:44.109.',
      ],
    ],
    [
      'a fact and its record',
      ['enter', 'enter', 'down', 'down', 'down'],
      ['Details: 13:59:30.579 in the lobby 57.766 s: joined, no host there, log line 6.'],
    ],
    [
      'a record and what it tells',
      ['enter', 'enter', 'down', 'down', 'down', 'enter', 'enter'],
      [
        'Line 6 of samples/scenario-3-pin-timeout.log: 2017-04-03  13:59:30.579  Info     participant "210@desk.example" joined space e5d4c3b2-a190-4f8e-8d7c-6b5a49382716 (Customer call 12/b)',
        'It tells: 13:59:30.579 210@desk.example: in the lobby.',
      ],
    ],
    [
      'a finding',
      ['F'],
      [
        'Finding 1 of 1, note: Host petra.host@desk.example left at 2017-04-03 14:01:02.911, and 2 guests (210@desk.example and 211@desk.example) went back to the lobby at once.',
      ],
    ],
    ['a row of the filter', ['f', 'right'], ['Filter, role: guest; left and right change it. Enter applies, Escape leaves.']],
    [
      'the filter',
      ['f', 'right', 'enter', '3'],
      ['Filter: guests.', 'Details: 2 guests waited up to 57.766 s for host petra.host@desk.example, who joined at 14:00:28.345.'],
    ],
  ])('%s', (_, keys, sentences) => {
    expect(heard(...keys)).toEqual(sentences);
  });
});
