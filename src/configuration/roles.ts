/** Roles that only the configuration tells: for participants whose role the log leaves open. */
import type { Analysis } from '#model/analysis.ts';
import { accessFinder, forecast } from './forecast.ts';
import type { Configuration } from './objects.ts';

export interface ConfiguredRole {
  readonly role: 'guest' | 'host';
  readonly basis: 'configuration';
  /** On what it rests, as part of a sentence. */
  readonly why: string;
}

/**
 * The roles of participants that the log calls unknown, and that can only have come in as one thing.
 * @returns by participant id; whoever the passcode decides about is not in it
 */
export function rolesFromConfiguration(configuration: Configuration, analysis: Analysis): ReadonlyMap<string, ConfiguredRole> {
  const find = accessFinder(configuration);
  const roles = new Map<string, ConfiguredRole>();
  for (const space of analysis.spaces) {
    const access = find(space);
    if (access === null) continue;
    for (const participant of space.meetings.flatMap(({ participants }) => participants)) {
      if (participant.role !== 'unknown') continue;
      const foreseen = forecast(access, participant);
      const [outcome, ...others] = foreseen?.outcomes ?? [];
      if (foreseen === null || others.length > 0 || (outcome !== 'guest' && outcome !== 'host')) continue;
      roles.set(participant.id, { role: outcome, basis: 'configuration', why: `took ${foreseen.took}: ${foreseen.why}` });
    }
  }
  return roles;
}
