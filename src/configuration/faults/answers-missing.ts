import type { ApiCall, Resolved } from '#model/verdict.ts';
import { isReachable } from '../ways-in.ts';
import { known } from '../setting.ts';
import { get } from './calls.ts';
import type { FaultRule } from './fault.ts';

/** Not a fault of the space, but of what was saved of it: the calls are those of the walk that the verdict needs. */
export const answersMissing: FaultRule = {
  code: 'answers-missing',
  meaning: 'The answers do not hold everything that decides: access methods, members, tenant, system profiles, or objects in full.',
  find({ setup, configuration, entries, members }) {
    const { space, accessMethods } = setup;
    const calls: ApiCall[] = [];
    const lacking: string[] = [];
    const lack = (what: string, call: ApiCall): void => {
      lacking.push(what);
      calls.push(call);
    };
    if (!space.full) lack('the space in full', get(`/coSpaces/${space.id}`));
    if (!setup.accessMethodsComplete) {
      const expected = known(space.numAccessMethods);
      const what =
        expected === null ? 'the list of its access methods' : `${expected - accessMethods.length} of its ${expected} access methods`;
      lack(what, get(`/coSpaces/${space.id}/accessMethods`));
    }
    for (const method of accessMethods) {
      if (!method.full) lack(`access method ${method.name ?? method.id} in full`, get(`/coSpaces/${space.id}/accessMethods/${method.id}`));
    }
    if (!setup.membersComplete) lack('the list of its members', get(`/coSpaces/${space.id}/coSpaceUsers`));
    for (const { full, id } of setup.members) if (!full) lack(`member ${id} in full`, get(`/coSpaces/${space.id}/coSpaceUsers/${id}`));
    const tenant = known(space.tenant);
    if (tenant !== null && !configuration.tenants.byId.has(tenant)) lack('its tenant', get(`/tenants/${tenant}`));
    const parameters = [...entries.filter(isReachable), ...members].flatMap((way) => Object.values(way.parameters));
    if (configuration.system === null && parameters.some(fromSystem)) lack('the system profiles', get('/system/profiles'));
    for (const id of abridged(parameters)) lack(`profile ${id} in full`, get(`/callLegProfiles/${id}`));
    if (calls.length === 0) return [];
    const shown = lacking.length > 4 ? [...lacking.slice(0, 3), `${lacking.length - 3} more`] : lacking;
    const message = `The answers lack ${shown.join(', ')}: the verdict holds for what they tell.`;
    return [{ severity: 'info', message, ways: [], changes: calls }];
  },
};

function fromSystem(parameter: Resolved<unknown>): boolean {
  return parameter.state === 'unknown' && parameter.level === 'global';
}

function abridged(parameters: readonly Resolved<unknown>[]): readonly string[] {
  const ids = parameters.flatMap((parameter) =>
    parameter.state === 'unknown' && parameter.why === 'abridged' && parameter.profile !== null ? [parameter.profile] : [],
  );
  return [...new Set(ids)];
}
