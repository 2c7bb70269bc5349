/**
 * Shapes that are none of a log, or more of one than anybody expects: nothing throws, and eight times as much costs about eight times as
 * much. What is compared is the processor's time of two sizes in one process; a quadratic cost would show as sixty-four times.
 */
import { describe, expect, test } from 'vitest';
import { drawSvg } from '#render/svg/index.ts';
import { analyze } from '../../src/analyze.ts';
import { grammar } from '../grammar/support.ts';
import { logOf } from './support.ts';

const head = '2024-03-05  10:00:00.000  Info     ';
const guid = '6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11';
const times =
  (piece: string) =>
  (size: number): string =>
    piece.repeat(Math.ceil(size / piece.length));
const inMessage =
  (before: string, piece: string, after = '') =>
  (size: number): string =>
    `${head}${before}${times(piece)(size)}${after}\n`;

const call = (at: number): string => `${stamp(at)}call ${at + 1}: incoming SIP call from "sip:ada" to local URI "sip:b@cms.example"\n`;
const stamp = (ms: number): string => new Date(Date.UTC(2024, 2, 5) + ms).toISOString().replace('T', '  ').replace('Z', '  Info     ');

/** Many join, and then all leave. */
function crowd(
  line: (one: { readonly at: number; readonly joins: boolean }, moved: (ms: number, name: string, space: number) => string) => string,
): (size: number) => string {
  return (size) => {
    const count = Math.ceil(size / 240);
    const all = (joins: boolean): readonly string[] =>
      Array.from({ length: count }, (_, at) =>
        line({ at, joins }, (ms, name, space) => {
          const id = `${space.toString(16).padStart(8, '0')}${guid.slice(8)}`;
          return `${stamp(joins ? ms : ms + count * 10)}participant "${name}" ${joins ? 'joined' : 'left'} space ${id} (Board)\n`;
        }),
      );
    return [...all(true), ...all(false)].join('');
  };
}

const shapes: Readonly<Record<string, (size: number) => string>> = {
  'one line': times('x'),
  'line feeds': times('\n'),
  returns: times('\r'),
  'returns, then a line feed': times('\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\n'),
  'NUL bytes': times('\0'),
  'heads on one line': times(head),
  'records on one line': times(`${head}call 1: incoming SIP call from "sip:a@lab.example" to local URI "sip:b@cms.example" `),
  'beginnings of heads': times('2024-03-05  10:00:'),
  dates: times('2024-03-05 '),
  'dates with months': times('May  4 09:00:02 '),
  PRIs: times('<13>'),
  colons: times(':'),
  'angle brackets': times('<'),
  tags: times('<b><i>'),
  entities: times('&amp;'),
  'prefixes of quoting': times('> '),
  'open braces': times('{"message":'),
  brackets: times('['),
  'CSV quotes': times(',"a""'),
  'zero-width signs': times('\u200b'),
  'lines of blanks': times(`${' '.repeat(200)}\n`),
  'quotes in a name': inMessage('participant ', '"', ` joined space ${guid} (Board)`),
  'ends of names in a name': inMessage('participant "', '" joined space '),
  'blanks in a name': inMessage('participant "', ' '),
  'brackets in a space': inMessage(`participant "a" joined space ${guid} `, '('),
  'marks on one letter': inMessage('participant "a', '\u0301', `" joined space ${guid} (Board)`),
  'blanks and a broken line': times(`${head}participant "a${' '.repeat(30_000)}\nb" joined space ${guid} (Board)\n`),
  'broken GUIDs': times(`${head}${guid}\n${guid.slice(0, 24)}\n`),
  'calls that never end': (size) =>
    Array.from(
      { length: Math.ceil(size / 120) },
      (_, at) => `${head}call ${at}: incoming SIP call from "sip:a${at}@lab.example" to local URI "sip:b@cms.example"\n`,
    ).join(''),
  'legs that are only named': (size) =>
    Array.from({ length: Math.ceil(size / 130) }, (_, at) => {
      const id = `${at.toString(16).padStart(8, '0')}${guid.slice(8)}`;
      return `${head}API call leg ${id} in call ${guid} (API call ${guid})\n`;
    }).join(''),
  'one name, in one space': crowd(({ at }, moved) => moved(at * 5, 'ada', 0)),
  'one name, in all spaces': crowd(({ at }, moved) => moved(at * 5, 'ada', at)),
  'one name, in all spaces at once': crowd(({ at }, moved) => moved(0, 'ada', at)),
  'many names, in one space at once': crowd(({ at }, moved) => moved(0, `ada${at}`, 0)),
  'departures of people who were not seen': crowd(({ at, joins }, moved) => (joins ? '' : moved(0, `ada${at}`, 0))),
  'one name, with calls that all wait': crowd(({ at, joins }, moved) =>
    joins
      ? `${call(2 * at)}${call(2 * at + 1)}${moved(at, 'ada', 0)}`
      : `${moved(at * 5, 'ada', 0)}${stamp(at * 5)}call ${at + 1}: ending; remote SIP teardown - connected for 0:05\n`,
  ),
  'one leg that comes and goes': (size) =>
    Array.from({ length: Math.ceil(size / 370) }, (_, at) => {
      const said = (ms: number, what: string): string => `${stamp(at * 20 + ms)}${what}\n`;
      return [
        said(0, `participant "ada" joined space ${guid} (Board)`),
        said(0, `participant "ada" (${guid}) joined conference ${guid} via SIP`),
        said(3, `call ${guid} ceasing to be deactivated`),
        said(10, `participant "ada" left space ${guid} (Board)`),
      ].join('');
    }).join(''),
  'people and legs that nobody ties': (size) => {
    const count = Math.ceil(size / 220);
    const people = Array.from({ length: count }, (_, at) => `${stamp(at)}participant "a${at}" joined space ${guid} (Board)\n`);
    const legs = Array.from({ length: count }, (_, at) => {
      const id = `${at.toString(16).padStart(8, '0')}${guid.slice(8)}`;
      return `${stamp(count + at * 5000)}configuring call ${id} to be deactivated\n`;
    });
    return [...people, ...legs].join('');
  },
  'people of two spaces, and legs that nobody ties': (size) => {
    const count = Math.ceil(size / 220);
    const people = Array.from(
      { length: count },
      (_, at) => `${stamp(at)}participant "a${at}" joined space ${at % 2 === 0 ? guid : guid.replace('6', '7')} (Board)\n`,
    );
    const legs = Array.from({ length: count }, (_, at) => {
      const id = `${at.toString(16).padStart(8, '0')}${guid.slice(8)}`;
      return `${stamp(count + at * 5000 + 300)}configuring call ${id} to be deactivated\n`;
    });
    return [...people, ...legs].join('');
  },
  'legs deactivated at once': (size) =>
    Array.from({ length: Math.ceil(size / 110) }, (_, at) => {
      const id = `${at.toString(16).padStart(8, '0')}${guid.slice(8)}`;
      return `${stamp(0)}configuring call ${id} to be deactivated\n`;
    }).join(''),
  meetings: (size) => Array.from({ length: Math.ceil(size / 1400) }, (_, at) => logOf(`guest${at}@lab.example`, `Room ${at}`)).join(''),
};

function cost(act: () => void): number {
  const before = process.cpuUsage();
  act();
  return process.cpuUsage(before).user;
}

/** Another process may have been in the way: the best of a few tries counts. What is cheap anyway needs no comparison. */
function growth(small: () => void, large: () => void, limit = 24): number {
  small();
  let growth = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 4 && growth >= limit; tries += 1) growth = Math.min(growth, cost(large) / Math.max(cost(small), 20_000));
  return growth;
}

const read = (text: string) => analyze(text, { now: Date.UTC(2024, 5, 1), grammar });

describe.each(Object.entries(shapes))('%s', (_, shape) => {
  test('cost in proportion to their length, and are no fault', () => {
    const [small, large] = [shape(125_000), shape(1_000_000)];
    expect(
      growth(
        () => read(small),
        () => read(large),
      ),
    ).toBeLessThan(24);
  });
});

test('a guest who is sent back and let in again, over and over, is drawn in proportion', () => {
  const turns = (count: number) => {
    const turn = (at: number): string => {
      const stamp = (seconds: number): string =>
        new Date(Date.UTC(2024, 2, 5) + (at * 4 + seconds) * 1000).toISOString().replace('T', '  ').replace('Z', '  Info     ');
      const host = (deed: string): string => `participant "host@lab.example" ${deed} space ${guid} (Board)\n`;
      const joined = `${stamp(1)}${host('joined')}${stamp(1)}call ${guid} ceasing to be deactivated\n`;
      return `${joined}${stamp(3)}${host('left')}${stamp(3)}configuring call ${guid} to be deactivated\n`;
    };
    const arrival = logOf('guest@lab.example').split('\n').slice(0, 4).join('\n').replaceAll('10:00', '00:00');
    return read(
      `${arrival.replace(/joined space \S+/u, `joined space ${guid}`)}\n${Array.from({ length: count }, (_, at) => turn(at + 1)).join('')}`,
    );
  };
  // Sixteen times as many: all that was quadratic about it cost sixty times as much.
  const [few, many] = [turns(400), turns(6400)];
  expect(many.spaces[0]?.meetings.length).toBeGreaterThan(0);
  const draw = (analysis: typeof few) => () => drawSvg(analysis, { zone: 'UTC', version: '0', redacted: false });
  expect(growth(draw(few), draw(many), 36)).toBeLessThan(36);
});

test.each([
  ['nothing', ''],
  ['half a record', '2024-03-05  10:00:'],
  ['a lone head', head],
  ['invalid UTF-8', Uint8Array.from([0xc3, 0x28, 0xff, 0xfe, 0x0a, 0xf0, 0x9f])],
  ['every byte', Uint8Array.from({ length: 65_536 }, (_, at) => (at * 7919) % 256)],
  ['a lone surrogate', `${head}participant "\ud800" joined space ${guid} (Board)\n`],
  ['a name of 10,000 signs', logOf('x'.repeat(10_000))],
  ['a record of 64 KiB', `${head}participant "a" joined space ${guid} (${'b'.repeat(65_536)})\n`],
])('%s is no fault', (_, log) => {
  expect(() => analyze(log, { now: Date.UTC(2024, 5, 1) })).not.toThrow();
});
