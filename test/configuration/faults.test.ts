/** One broken configuration per fault: the fault is found, and what would mend it is shown. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultRules } from '#configuration/faults/index.ts';
import { codes, judged, samples, sampleTexts, soleSpace } from './support/answers.ts';

const folder = join(samples, 'faults');
const names = readdirSync(folder)
  .map((name) => name.replace('.xml', ''))
  .sort();
const textOf = (name: string): string => readFileSync(join(folder, `${name}.xml`), 'utf8');

test('every rule has its broken configuration, and none has another name', () => {
  expect(names).toEqual(faultRules.map(({ code }) => code).toSorted());
});

describe('is found', () => {
  test.each(names)('%s', async (name) => {
    const { faults } = soleSpace(judged([`${name}.xml`, textOf(name)]));
    expect(faults.map(({ code }) => code)).toContain(name);
    const told = faults.map(({ severity, code, message, changes }) => {
      const calls = changes.map(({ method, path, parameters }) => `    ${method} ${path} ${JSON.stringify(parameters)}`);
      return [`${severity} ${code}`, `  ${message}`, ...calls].join('\n');
    });
    await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(`golden/faults/${name}.txt`);
  });
});

test('the four sound configurations have none', () => {
  const found = [1, 2, 3, 4].map((number) => codes(soleSpace(judged(...sampleTexts(`scenario-${number}`)))));
  expect(found).toEqual([[], [], [], []]);
});

describe('what would mend it, does', () => {
  test.each([
    [
      'host-inherits-guest',
      (xml: string) =>
        xml.replace('<presentationContributionAllowed>', '<needsActivation>false</needsActivation><presentationContributionAllowed>'),
    ],
    ['host-without-passcode', (xml: string) => xml.replace('<passcode></passcode>', '<passcode>975310</passcode>')],
    ['passcode-timeout-unset', (xml: string) => xml.replace('<passcodeMode>', '<passcodeTimeout>5</passcodeTimeout><passcodeMode>')],
    ['locked', (xml: string) => xml.replace('<locked>true', '<locked>false').replace('>all<', '>needsActivation<')],
    ['non-members-shut-out', (xml: string) => xml.replace('<nonMemberAccess>false', '<nonMemberAccess>true')],
  ])('%s', (name, mend) => {
    expect(codes(soleSpace(judged(mend(textOf(name)))))).toEqual([]);
  });
});

test('a profile that guests share is not turned into one for hosts', () => {
  const id = 'aaaaaaaa-0000-4000-8000-00000000000a';
  const xml =
    `<profiles><callLegProfile>aaaaaaaa-0000-4000-8000-00000000000b</callLegProfile></profiles><callLegProfile id="${id}"><name>Both</name></callLegProfile>` +
    '<callLegProfile id="aaaaaaaa-0000-4000-8000-00000000000b"><needsActivation>true</needsActivation></callLegProfile>' +
    `<coSpace id="bbbbbbbb-0000-4000-8000-00000000000a"><uri>hall</uri><callLegProfile>${id}</callLegProfile></coSpace>` +
    `<accessMethod id="cccccccc-0000-4000-8000-00000000000a"><uri>hall.host</uri><callLegProfile>${id}</callLegProfile></accessMethod>`;
  const fault = soleSpace(judged(xml)).faults.find(({ code }) => code === 'host-inherits-guest');
  expect(fault?.changes.map(({ method }) => method)).toEqual(['POST', 'PUT']);
});
