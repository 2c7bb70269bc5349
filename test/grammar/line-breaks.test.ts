/** Which breaks of a message's lines are blanks for certain, so that it can be read on one line. */
import { describe, expect, test } from 'vitest';
import { unbreakerOf } from '#grammar/line-breaks.ts';
import { textMatcherOf } from '#grammar/text-matcher.ts';
import { waysToRead } from '#grammar/grammar.ts';
import { checkedWordings } from '#grammar/index.ts';
import { variantsOf } from '#grammar/wording.ts';
import { sources } from './support.ts';

const { trees, matcher, parser } = waysToRead(checkedWordings(sources).flatMap(variantsOf));
const unbreak = unbreakerOf(trees);

describe('a break is a blank', () => {
  test.each([
    ['between words', 'configuring call x to be\ndeactivated', 'configuring call x to be deactivated'],
    ['with blanks around it', 'to be \r\n  deactivated', 'to be deactivated'],
    ['also where lines are blank', 'to be\n\ndeactivated', 'to be deactivated'],
    ['beside a GUID', 'call 3c1d5e7f-8a9b-4c0d-9e1f-2a3b4c5d6e7f\nceasing', 'call 3c1d5e7f-8a9b-4c0d-9e1f-2a3b4c5d6e7f ceasing'],
    ['between a word and a number', 'call\n51: ending', 'call 51: ending'],
    ['inside a word that no wording has', 'Custo\nmer call', 'Custo mer call'],
  ])('%s', (_, message, text) => {
    expect(unbreak(message)?.text).toBe(text);
  });
});

describe('none is certain', () => {
  test.each([
    ['inside a word of a wording', 'configuring call x to be deacti\nvated'],
    ['inside a word that is broken twice', 'configuring call x to be dea\nctiva\nted'],
    ['inside a number', 'call 5\n1: ending'],
    ['inside a duration', 'connected for 0:\n14'],
    ['inside an address', 'from 192.0.2\n.44'],
    ['inside a GUID', 'call 3c1d5e7f-8a9b-\n4c0d-9e1f-2a3b4c5d6e7f ceasing'],
    ['inside a GUID that is broken twice', 'call 3c1d5e7f-8a9b-\n4c0d-9e1f-2a3b4c\n5d6e7f ceasing'],
    ['inside a GUID that begins with letters', 'call deaf\nbeef-8a9b-4c0d-9e1f-2a3b4c5d6e7f ceasing'],
  ])('%s', (_, message) => {
    expect(unbreak(message)).toBeNull();
  });
});

test('a place of the line is a place of the message', () => {
  const message = 'ann  \n  bob\ncid';
  const line = unbreak(message);
  expect(line?.text).toBe('ann bob cid');
  expect(line?.breaks).toEqual([3, 7]);
  expect([0, 3, 4, 7, 8, 11].map((at) => line?.origin(at))).toEqual([0, 3, 8, 11, 12, 15]);
});

describe('where the message of several lines ends', () => {
  const space = '3c1d5e7f-8a9b-4c0d-9e1f-2a3b4c5d6e7f';
  const match = textMatcherOf(matcher, trees);
  const lastSlice = (message: string): string | undefined => {
    const read = match('host:server', message);
    expect(read === undefined || read?.kind === 'understood', message).toBe(true);
    return read?.kind === 'understood' ? read.slices.at(-1) : undefined;
  };

  test.each([
    ['with its line, where prose stands behind it', `participant "x" joined space ${space} (Board)\n\nRegards,\nOla`, 'Board'],
    ['with a later line, where its text goes on', `participant "x" joined space ${space} (Board\nroom)`, 'Board\nroom'],
  ])('%s', (_, message, text) => {
    expect(lastSlice(message)).toBe(text);
    expect(match('host:server', message)).toEqual(parser('host:server', message));
  });

  test.each([
    ['whose text is open', `participant "x" joined space ${space} (Board (4)\nsecond floor)`],
    ['whose text is empty', `participant "x" joined space ${space} ()\n(Board)`],
    ['that goes on in another wording', 'call 7: setting up combined RTP session for DTLS\n(combined media and control)'],
  ])('is for chevrotain to tell of one %s', (_, message) => {
    expect(lastSlice(message)).toBeUndefined();
  });
});
