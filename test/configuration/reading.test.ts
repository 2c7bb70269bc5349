/** What answers suffer before they come here, and what is made of it. Passcodes of these tests are looked for in everything that is read. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes, judged, outcomes, reading, soleSpace } from './support/answers.ts';

const guest = '<callLegProfile id="aaaaaaaa-0000-4000-8000-000000000001"><needsActivation>true</needsActivation></callLegProfile>';
const host = '<callLegProfile id="aaaaaaaa-0000-4000-8000-000000000002"><needsActivation>false</needsActivation></callLegProfile>';
const space =
  '<coSpace id="bbbbbbbb-0000-4000-8000-000000000001"><name>Atelier</name><uri>atelier</uri><callId>0400</callId>' +
  '<callLegProfile>aaaaaaaa-0000-4000-8000-000000000001</callLegProfile></coSpace>';
const method =
  '<accessMethod id="cccccccc-0000-4000-8000-000000000001"><uri>atelier.host</uri>' +
  '<callLegProfile>aaaaaaaa-0000-4000-8000-000000000002</callLegProfile></accessMethod>';
const right = { 'URI atelier': 'guest', 'URI atelier.host (access method cccccccc)': 'host', 'call ID 0400': 'guest' };

describe('the same configuration, however it comes', () => {
  const whole = [guest, host, space, method].join('\n');
  test.each([
    ['in one line', whole.replace(/\n/g, '')],
    ['with a declaration before each answer', [guest, host, space, method].map((xml) => `<?xml version="1.0"?>${xml}`).join('')],
    ['with prose around it', `Here it is:\n\n${guest}\n\nand the host's:\n\n${host}\nSpace:\n${space}\n> quoted\n${method}\nBye <b>`],
    ['with doubled brackets', whole.replaceAll('<needsActivation>', '<needsActivation>>').replaceAll('<uri>', '<uri>>')],
    [
      'with tags broken over lines',
      whole.replaceAll('<callLegProfile>', '<call  \nLegProfile>').replaceAll('</needsActivation>', '</needs\nActivation>'),
    ],
    ['with GUIDs broken over lines', whole.replaceAll('-0000-4000-', '-0000-\n4000-')],
    ['with curly quotes', whole.replaceAll('id="', 'id=“').replaceAll('">', '”>')],
    ['with the letter O for zeros and l for ones in ids', whole.replaceAll('-0000-', '-OO00-').replaceAll('000001<', '00000l<')],
    ['with look-alikes in words', whole.replaceAll('>false<', '>fa1se<').replaceAll('>true<', '> True <')],
    ['as HTML', whole.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')],
    ['with Windows line ends', whole.replaceAll('\n', '\r\n')],
    ['with invisible characters', whole.replaceAll('<uri>', '<uri>\u200b').replace('Atelier', '\ufeffAtelier')],
    [
      'in lists and in full',
      `<coSpaces total="1"><coSpace id="bbbbbbbb-0000-4000-8000-000000000001"><name>Atelier</name></coSpace></coSpaces>${whole}`,
    ],
    ['with ids in capitals', whole.replace('coSpace id="bbbbbbbb', 'coSpace id="BBBBBBBB').replaceAll('>aaaaaaaa', '>AAAAAAAA')],
  ])('%s', (_, text) => {
    expect(outcomes(soleSpace(judged(text)))).toEqual(right);
  });

  test('in files named by path, whatever their order', () => {
    const path = 'saved/coSpaces/bbbbbbbb-0000-4000-8000-000000000001';
    const verdict = judged([`${path}/accessMethods/x.xml`, method], ['saved/a.xml', host], [`${path}.xml`, space], ['saved/b.xml', guest]);
    expect(outcomes(soleSpace(verdict))).toEqual(right);
  });

  test('as API traces in a log, interleaved', () => {
    const traced = (number: number, path: string, xml: string): readonly string[] => [
      `API trace ${number}: GET for "/api/v1${path}" (from API Explorer)`,
      `API trace ${number}: sending 200 response, size ${xml.length}`,
      ...xml.split(/(?<=>)(?=<)/).map((line) => `API trace ${number}:  ${line}`),
    ];
    const id = 'bbbbbbbb-0000-4000-8000-000000000001';
    const lines = [
      ...zip(
        traced(12, `/coSpaces/${id}/accessMethods/cccccccc-0000-4000-8000-000000000001`, method),
        traced(13, `/coSpaces/${id}`, space),
      ),
      ...traced(12, '/callLegProfiles/aaaaaaaa-0000-4000-8000-000000000001', guest),
      ...traced(14, '/callLegProfiles/aaaaaaaa-0000-4000-8000-000000000002', host),
    ];
    const log = lines.map((message) => `2024-05-06  09:10:11.120  Info     ${message}`).join('\n');
    expect(outcomes(soleSpace(judged(['bridge.log', log])))).toEqual(right);
  });
});

describe('unset is not false, and not given is not unset', () => {
  test('a list alone tells nothing of what its items lack', () => {
    const verdict = judged(`<coSpaces total="1">${space.replace(/<callLegProfile>.*<\/callLegProfile>/, '')}</coSpaces>`);
    expect(outcomes(soleSpace(verdict))).toEqual({ 'URI atelier': 'unknown', 'call ID 0400': 'unknown' });
    expect(codes(soleSpace(verdict))).toContain('answers-missing');
  });

  test('an answer that is cut off leaves what is missing unknown', () => {
    const verdict = judged(`${guest}${host}${method}${space.slice(0, space.indexOf('<callLegProfile>'))}`);
    expect(outcomes(soleSpace(verdict))['URI atelier']).toBe('unknown');
    expect(verdict.notices.map(({ code }) => code)).toContain('cut-off');
  });

  test('an empty element is unset', () => {
    const empty = guest.replace('>true<', '><');
    expect(outcomes(soleSpace(judged(`<profiles/>${empty}${space}`)))['URI atelier']).toBe('neither');
  });

  test('a value that cannot be read is unknown, and its text is repeated nowhere', () => {
    const verdict = judged(`${guest.replace('>true<', '>maybe 4711<')}${space}`);
    expect(outcomes(soleSpace(verdict))['URI atelier']).toBe('unknown');
    expect(verdict.notices.map(({ code }) => code)).toContain('illegible-value');
    expect(JSON.stringify(verdict)).not.toContain('4711');
  });

  test('a profile that a complete list does not hold is missing, one that was not given is not known', () => {
    expect(codes(soleSpace(judged(space)))).toContain('profile-missing');
    const complete = judged(`${space}<callLegProfiles total="0"></callLegProfiles>`);
    expect(soleSpace(complete).faults.find(({ code }) => code === 'profile-missing')?.severity).toBe('error');
  });
});

describe('answers for one space that differ', () => {
  const before = space.replace('</coSpace>', '<passcode>246810</passcode></coSpace>');
  test('are versions, and the last one counts', () => {
    const verdict = judged(`${guest}${host}${before}${method}${space}${method}`);
    expect(verdict.spaces.map(({ version }) => version)).toEqual([
      { number: 1, of: 2 },
      { number: 2, of: 2 },
    ]);
    expect(verdict.spaces.map(({ ways }) => ways[0]?.passcode.kind)).toEqual(['set', 'none']);
  });

  test('are one where they agree on what decides', () => {
    expect(judged(`${space}${space.replace('<name>Atelier', '<ownerJid>eva@works.example</ownerJid><name>Atelier')}`).spaces).toHaveLength(
      1,
    );
  });
});

describe('hostile answers', () => {
  test('entities are never resolved', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>${space.replace('Atelier', '&b;&b;')}`;
    const verdict = judged(bomb);
    expect(soleSpace(verdict).name).not.toContain('aaa');
    expect(verdict.notices.map(({ code }) => code)).toEqual(expect.arrayContaining(['doctype', 'entities']));
  });

  test('external entities are not fetched, and leave the rest readable', () => {
    const verdict = judged(`<!DOCTYPE x SYSTEM "file:///etc/hostname">${guest}${space.replace('Atelier', '&xxe;')}`);
    expect(outcomes(soleSpace(verdict))['URI atelier']).toBe('guest');
  });

  test('depth is bounded', () => {
    const deep = space.replace('<name>', `${'<x>'.repeat(5000)}${'</x>'.repeat(5000)}<name>`);
    expect(judged(deep).notices.map(({ code }) => code)).toContain('too-deep');
  });

  test.each([
    ['brackets', '<'.repeat(300_000)],
    ['open tags that never close', '<coSpace id="x">'.repeat(20_000)],
    ['half a tag', `<${'a '.repeat(200_000)}`],
    ['a tag of blanks', `<coSpace${' '.repeat(300_000)}id="x">`],
    ['escapes', '&lt;'.repeat(200_000)],
  ])('%s take no longer than their length', (_, text) => {
    const begun = performance.now();
    reading(text);
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

test('whatever the pieces of answers are shuffled to, it is read without a fault of the program', () => {
  const pieces = [
    ...[
      '<coSpace id="a">',
      '</coSpace>',
      '<coSpaces total="3">',
      '</coSpaces>',
      '<accessMethod id="b">',
      '</accessMethod>',
      '<profiles>',
      '</profiles>',
    ],
    ...[
      '<callLegProfile id="c">',
      '<callLegProfile>',
      '</callLegProfile>',
      '<needsActivation>',
      '</needsActivation>',
      'fa1se',
      '<uri>',
      '</uri>',
      'x',
    ],
    ...[
      '<passcode>',
      '</passcode>',
      '<?xml version="1.0"?>',
      '&lt;',
      '&',
      '<',
      '>',
      '"',
      '\n',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '\ud800',
      '\0',
    ],
    ...[
      '<coSpaceUser id="u">',
      '</coSpaceUser>',
      '<callProfile id="p"/>',
      '<tenant id="t">',
      '<tenant>t</tenant>',
      'API trace 3: ',
      'GET for "/api/v1/coSpaces/a"',
    ],
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (chosen) => {
      judged(chosen.join(''));
    }),
    { numRuns: 2000 },
  );
});

test('inputs without an answer are named', () => {
  expect(reading(['notes.txt', 'nothing here'], ['space.xml', space]).empty).toEqual(['notes.txt']);
});

test('a refusal of the server is told as one', () => {
  expect(judged('<failureDetails><coSpaceDoesNotExist/></failureDetails>').notices.map(({ code }) => code)).toContain('failure-answer');
});

function zip(a: readonly string[], b: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => [a[at], b[at]].filter((line) => line !== undefined)).flat();
}
