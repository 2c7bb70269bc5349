/** Which level counts, against a reference that is too plain to be wrong: the last one that says something. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '#model/verdict.ts';
import { judged, soleSpace } from './support/answers.ts';

/** What one level has: no profile, or one that sets a value or leaves it unset. */
type LevelChoice = 'none' | 'unset' | 'true' | 'false';

interface Choices {
  readonly global: LevelChoice;
  /** null = the space has no tenant. */
  readonly tenant: LevelChoice | null;
  readonly coSpace: LevelChoice;
  readonly accessMethod: LevelChoice;
  readonly coSpaceUser: LevelChoice;
}

const levels = ['global', 'tenant', 'coSpace', 'accessMethod', 'coSpaceUser'] as const;
const choice = fc.constantFrom<LevelChoice>('none', 'unset', 'true', 'false');
const choices: fc.Arbitrary<Choices> = fc.record({
  ...{ global: choice, tenant: fc.option(choice, { freq: 2 }), coSpace: choice, accessMethod: choice, coSpaceUser: choice },
});

const profileId = (level: keyof Choices): string => `aaaaaaaa-0000-4000-8000-00000000000${levels.indexOf(level)}`;
const reference = (level: keyof Choices, chosen: LevelChoice): string =>
  chosen === 'none' ? '' : `<callLegProfile>${profileId(level)}</callLegProfile>`;

function xmlOf(chosen: Choices): string {
  const profiles = levels.map((level) => {
    const value = chosen[level];
    if (value === null || value === 'none') return '';
    return `<callLegProfile id="${profileId(level)}">${value === 'unset' ? '' : `<needsActivation>${value}</needsActivation>`}</callLegProfile>`;
  });
  const tenant = chosen.tenant === null ? '' : '<tenant>dddddddd-0000-4000-8000-000000000001</tenant>';
  const ofTenant = `<tenant id="dddddddd-0000-4000-8000-000000000001">${reference('tenant', chosen.tenant ?? 'none')}</tenant>`;
  return [
    `<profiles>${reference('global', chosen.global)}</profiles>`,
    chosen.tenant === null ? '' : ofTenant,
    ...profiles,
    `<coSpace id="bbbbbbbb-0000-4000-8000-000000000001"><uri>all</uri>${tenant}${reference('coSpace', chosen.coSpace)}</coSpace>`,
    `<accessMethod id="cccccccc-0000-4000-8000-000000000001"><uri>some</uri>${reference('accessMethod', chosen.accessMethod)}</accessMethod>`,
    `<coSpaceUser id="eeeeeeee-0000-4000-8000-000000000001"><userJid>one@works.example</userJid>${reference('coSpaceUser', chosen.coSpaceUser)}</coSpaceUser>`,
  ].join('\n');
}

/** The rule in one line: of what is set, the last counts. */
function plainly(path: readonly (LevelChoice | null)[]): Outcome {
  const last = path.filter((value) => value === 'true' || value === 'false').at(-1);
  return last === 'true' ? 'guest' : last === 'false' ? 'host' : 'neither';
}

test('per parameter, the most specific level that sets it counts', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const { ways } = soleSpace(judged(xmlOf(chosen)));
      const { global, tenant, coSpace, accessMethod, coSpaceUser } = chosen;
      expect(Object.fromEntries(ways.map(({ door, outcome }) => [door.kind === 'member' ? 'member' : door.address, outcome]))).toEqual({
        all: plainly([global, tenant, coSpace]),
        some: plainly([global, tenant, coSpace, accessMethod]),
        member: plainly([global, tenant, coSpace, coSpaceUser]),
      });
    }),
    { numRuns: 400 },
  );
});

test('the level that a value comes from is the one that set it', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      for (const { parameters } of soleSpace(judged(xmlOf(chosen))).ways) {
        const { needsActivation } = parameters;
        if (needsActivation.state === 'set') expect(chosen[needsActivation.level]).toBe(String(needsActivation.value));
      }
    }),
    { numRuns: 200 },
  );
});

test('parameters inherit one by one: a profile that sets one leaves the others to the level below', () => {
  const xml =
    '<callLegProfile id="aaaaaaaa-0000-4000-8000-000000000001"><needsActivation>true</needsActivation><deactivationMode>disconnect</deactivationMode><deactivationModeTime>9</deactivationModeTime></callLegProfile>' +
    '<callLegProfile id="aaaaaaaa-0000-4000-8000-000000000002"><deactivationMode>deactivate</deactivationMode></callLegProfile>' +
    '<profiles><callLegProfile>aaaaaaaa-0000-4000-8000-000000000001</callLegProfile></profiles>' +
    '<coSpace id="bbbbbbbb-0000-4000-8000-000000000001"><uri>all</uri><callLegProfile>aaaaaaaa-0000-4000-8000-000000000002</callLegProfile></coSpace>';
  expect(soleSpace(judged(xml)).ways[0]?.parameters).toMatchObject({
    needsActivation: { value: true, level: 'global' },
    deactivationMode: { value: 'deactivate', level: 'coSpace' },
    deactivationModeTime: { value: 9, level: 'global' },
  });
});
