/** The configuration held against logs: who should be what, who was, and what else is not as configured. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { compare, rolesFromConfiguration, verdictOf } from '#configuration/index.ts';
import { type Analysis, instant, type Meeting, toGuid } from '#model/index.ts';
import type { Comparison } from '#model/verdict.ts';
import { renderVerdictText } from '#render/verdict/text.ts';
import { analysisOfSpaces, meeting, type Person } from '../fixtures/build.ts';
import { reading, samples, sampleTexts } from './support/answers.ts';

const logs = join(samples, '..');
const logOf = (number: number): string => readdirSync(logs).find((name) => name.startsWith(`scenario-${number}-`)) ?? '';

describe('the four samples show what they are configured to be', () => {
  test.each([1, 2, 3, 4])('scenario %i', async (number) => {
    const analysis = analyze([{ name: logOf(number), text: readFileSync(join(logs, logOf(number))) }]);
    const read = reading(...sampleTexts(`scenario-${number}`));
    const comparison = compare(read.configuration, analysis);
    expect(comparison.findings).toEqual([]);
    expect(comparison.predictions.map(({ agreement }) => agreement).filter((each) => each !== 'agrees' && each !== 'passcode')).toEqual([]);
    const shown = renderVerdictText(verdictOf(read, comparison), { columns: 110, style: { paint: (text) => text } });
    await expect(shown).toMatchFileSnapshot(`golden/scenario-${number}.txt`);
  });
});

const id = 'bbbbbbbb-0000-4000-8000-000000000001';

/** Two addresses: hall for guests, hall.host for hosts. What is given replaces the usual. */
function configured(parts: { readonly guest?: string; readonly host?: string; readonly space?: string; readonly more?: string } = {}) {
  const {
    guest = '<needsActivation>true</needsActivation>',
    host = '<needsActivation>false</needsActivation>',
    space = '',
    more = '',
  } = parts;
  return reading(
    '<profiles/>' +
      `<callLegProfile id="aaaaaaaa-0000-4000-8000-000000000001">${guest}</callLegProfile>` +
      `<callLegProfile id="aaaaaaaa-0000-4000-8000-000000000002">${host}</callLegProfile>` +
      `<coSpace id="${id}"><name>Hall</name><uri>hall</uri><callId>700</callId><callLegProfile>aaaaaaaa-0000-4000-8000-000000000001</callLegProfile>${space}</coSpace>` +
      '<accessMethod id="cccccccc-0000-4000-8000-000000000001"><uri>hall.host</uri><callLegProfile>aaaaaaaa-0000-4000-8000-000000000002</callLegProfile></accessMethod>' +
      `<accessMethods total="1"/><coSpaceUsers total="0"/>${more}`,
  ).configuration;
}

const start = Date.UTC(2024, 4, 6, 9);
const at = (seconds: number): number => start + seconds * 1000;

function logOfPeople(people: readonly Person[], change: (made: Meeting) => Meeting = (made) => made): Analysis {
  return analysisOfSpaces([{ id: toGuid(id), name: 'Hall', meetings: [change(meeting(people))] }]);
}

/** ann waits from 0, bob comes at 60 and leaves at 600. */
const ann = (after: Person['turns'] = [], left?: number): Person => ({
  ...{ id: 'ann', name: 'ann', role: 'guest', kind: 'sip', dialled: 'hall@cms.example' },
  turns: [{ state: 'lobby', from: at(0) }, { state: 'active', from: at(60), cause: 'activator-joined', by: 'bob' }, ...after],
  ...(left === undefined ? {} : { left: at(left) }),
});
const bob = (change: Partial<Person> = {}): Person => ({
  ...{ id: 'bob', name: 'bob', role: 'host', kind: 'sip', dialled: 'hall.host@cms.example', left: at(600) },
  turns: [{ state: 'active', from: at(60) }],
  ...change,
});
const back = (seconds: number): Person['turns'] => [
  { state: 'lobby', from: at(600 + seconds), cause: 'last-activator-left', by: 'bob', delayMs: seconds * 1000 },
];

function findings({ findings: found }: Comparison): readonly string[] {
  return found.map(({ code, participants }) => [code, ...participants].join(' '));
}

describe('roles', () => {
  test('as configured: nothing is found', () => {
    expect(findings(compare(configured(), logOfPeople([ann(), bob()])))).toEqual([]);
  });

  test('a host who was deactivated', () => {
    const analysis = logOfPeople([bob({ role: 'guest', turns: [{ state: 'lobby', from: at(60) }] })]);
    expect(findings(compare(configured(), analysis))).toEqual(['host-was-deactivated bob']);
  });

  test('a guest who released others', () => {
    expect(findings(compare(configured(), logOfPeople([ann(), bob({ dialled: 'hall@cms.example' })])))).toEqual([
      'guest-released-others bob',
    ]);
  });

  test('a host by configuration after whose joining others went on waiting', () => {
    const waiting: Person = {
      id: 'ann',
      name: 'ann',
      role: 'guest',
      kind: 'sip',
      dialled: 'hall@cms.example',
      turns: [{ state: 'lobby', from: at(0) }],
    };
    expect(findings(compare(configured(), logOfPeople([waiting, bob({ role: 'unknown' })])))).toEqual(['host-released-nobody bob']);
  });

  test('an address that the configuration does not know', () => {
    const { findings: found } = compare(configured(), logOfPeople([bob({ dialled: 'lobby.ivr@cms.example' })]));
    expect(found.map(({ code }) => code)).toEqual(['way-in-unknown']);
  });

  test('somebody who got in although nobody should', () => {
    const shut = configured({ space: '<nonMemberAccess>false</nonMemberAccess>' });
    expect(findings(compare(shut, logOfPeople([bob()])))).toEqual(['refused-but-joined bob']);
  });

  test('a call that was dialled out is nobody’s way in', () => {
    const out: Person = { id: 'out', name: 'out', kind: 'sip', role: 'unknown', turns: [{ state: 'active', from: at(0) }] };
    expect(compare(configured(), logOfPeople([out])).predictions.map(({ agreement }) => agreement)).toEqual(['not-predicted']);
  });

  test('recorders are no people', () => {
    expect(compare(configured(), logOfPeople([bob({ kind: 'recorder' })])).predictions).toEqual([]);
  });

  test('a space that is not configured is named', () => {
    const other = analysisOfSpaces([{ id: toGuid('99999999-0000-4000-8000-000000000001'), name: 'Other', meetings: [] }]);
    expect(findings(compare(configured(), other))).toEqual(['space-not-configured']);
  });

  test('a space that the log knows by name only is found by it', () => {
    const byName = analysisOfSpaces([{ id: null, name: 'Hall', meetings: [meeting([ann(), bob()])] }]);
    expect(compare(configured(), byName).predictions.map(({ agreement }) => agreement)).toEqual(['agrees', 'agrees']);
  });
});

describe('what happens when the last host leaves', () => {
  const mode = (value: string, time = '0'): string =>
    `<needsActivation>true</needsActivation><deactivationMode>${value}</deactivationMode><deactivationModeTime>${time}</deactivationModeTime>`;

  test.each<[string, string, Person, readonly string[]]>([
    ['back at once, as configured', mode('deactivate'), ann(back(0)), []],
    ['back after 30 s, as configured', mode('deactivate', '30'), ann(back(30)), []],
    ['back after 30 s, within what stamps allow', mode('deactivate', '31'), ann(back(30)), []],
    ['back after 30 s instead of at once', mode('deactivate'), ann(back(30)), ['deactivation-time-differs ann']],
    ['back instead of disconnected', mode('disconnect'), ann(back(0)), ['deactivation-mode-differs ann']],
    ['back instead of active', mode('remainActivated'), ann(back(0)), ['deactivation-mode-differs ann']],
    ['active instead of back', mode('deactivate'), ann([], 900), ['deactivation-mode-differs ann']],
    ['active for as long as configured', mode('deactivate', '300'), ann([], 850), []],
    ['active, as configured', mode('remainActivated'), ann([], 900), []],
    ['disconnected, as configured', mode('disconnect'), ann([], 600), []],
    ['unset: anything may happen', '<needsActivation>true</needsActivation>', ann([], 900), []],
  ])('%s', (_, guest, person, expected) => {
    expect(findings(compare(configured({ guest }), logOfPeople([person, bob()])))).toEqual(expected);
  });
});

test('a change of the configuration during the log is told', () => {
  const analysis = logOfPeople([ann(), bob()], (made) => {
    const evidence = { input: 'bridge1.log', line: 9, text: '10.0.0.9: API user "admin" modified space' };
    const sign = {
      kind: 'configuration-changed',
      by: 'admin',
      what: 'modified space',
      at: instant(at(30)),
      order: 1,
      precision: 1,
      evidence,
    } as const;
    return { ...made, signs: [sign] };
  });
  expect(findings(compare(configured(), analysis))).toEqual(['configuration-changed']);
});

describe('roles that only the configuration tells', () => {
  test('are those of participants whose log says nothing', () => {
    const analysis = logOfPeople([ann(), bob({ role: 'unknown' })]);
    expect([...rolesFromConfiguration(configured(), analysis)].map(([who, { role, basis }]) => [who, role, basis])).toEqual([
      ['bob', 'host', 'configuration'],
    ]);
  });

  test('are none where the passcode decides, or needsActivation is unset', () => {
    const analysis = logOfPeople([bob({ role: 'unknown', dialled: 'hall@cms.example' })]);
    const pins =
      '<accessMethod id="cccccccc-0000-4000-8000-000000000002"><uri>hall</uri><passcode>8642</passcode><callLegProfile>aaaaaaaa-0000-4000-8000-000000000002</callLegProfile></accessMethod>';
    expect(rolesFromConfiguration(configured({ more: pins }), analysis).size).toBe(0);
    expect(rolesFromConfiguration(configured({ guest: '<name>Guests</name>' }), analysis).size).toBe(0);
  });

  test('and the log is held against itself, not against them', () => {
    const { predictions } = compare(configured(), logOfPeople([bob({ role: 'guest', basis: 'configuration' })]));
    expect(predictions.map(({ observed }) => observed)).toEqual(['unknown']);
  });
});
