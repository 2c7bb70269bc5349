/** `--config` in views: roles that the log leaves open and the configuration tells. */
import type { Analysis, Meeting, Participant } from '#model/index.ts';
import type { Streams } from './streams.ts';

/**
 * The analysis with the roles that only the configuration tells, marked so.
 * @throws InputError when nothing of the API can be read
 */
export async function withConfiguration(analysis: Analysis, paths: readonly string[], streams: Streams): Promise<Analysis> {
  if (paths.length === 0) return analysis;
  const { rolesFromConfiguration } = await import('#configuration/index.ts');
  const { readSaved } = await import('./saved-configuration.ts');
  const { reading, problems } = await readSaved(paths, streams);
  for (const problem of problems) await streams.stderr.write(`cms-timeline: ${problem}\n`);
  const roles = rolesFromConfiguration(reading.configuration, analysis);
  const participant = (each: Participant): Participant => {
    const known = roles.get(each.id);
    return known === undefined ? each : { ...each, role: known.role, roleBasis: known.basis };
  };
  const meeting = (each: Meeting): Meeting => ({ ...each, participants: each.participants.map(participant) });
  return { ...analysis, spaces: analysis.spaces.map((space) => ({ ...space, meetings: space.meetings.map(meeting) })) };
}
