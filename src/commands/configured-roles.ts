/** `--config` in views: roles that the log leaves open and the configuration tells. */
import { type Analysis, type Guid, type Meeting, type Participant, toGuid } from '#model/index.ts';
import type { Streams } from './streams.ts';

/**
 * The analysis with the roles that only the configuration tells, marked so.
 * @param original what a pseudonym stands for: the configuration knows the real names
 * @throws InputError when nothing of the API can be read
 */
export async function withConfiguration(
  analysis: Analysis,
  paths: readonly string[],
  streams: Streams,
  original: (name: string) => string = (name) => name,
): Promise<Analysis> {
  if (paths.length === 0) return analysis;
  const { rolesFromConfiguration } = await import('#configuration/index.ts');
  const { readSaved } = await import('./saved-configuration.ts');
  const { reading, problems } = await readSaved(paths, streams);
  for (const problem of problems) await streams.stderr.write(`cms-timeline: ${problem}\n`);
  const roles = rolesFromConfiguration(reading.configuration, named(analysis, original));
  const participant = (each: Participant): Participant => {
    const known = roles.get(each.id);
    return known === undefined ? each : { ...each, role: known.role, roleBasis: known.basis };
  };
  const meeting = (each: Meeting): Meeting => ({ ...each, participants: each.participants.map(participant) });
  return { ...analysis, spaces: analysis.spaces.map((space) => ({ ...space, meetings: space.meetings.map(meeting) })) };
}

/** The analysis with its real names, as far as the configuration asks for them; it goes no further than there. */
function named(analysis: Analysis, original: (name: string) => string): Analysis {
  const text = (name: string | null): string | null => (name === null ? null : original(name));
  const guid = (id: Guid | null): Guid | null => (id === null ? null : (toGuid(original(id)) ?? id));
  const participant = (each: Participant): Participant => {
    const { user, address, displayName, dialled } = each.leg;
    const leg = { ...each.leg, user: text(user), address: text(address), displayName: text(displayName), dialled: text(dialled) };
    return { ...each, name: text(each.name), leg };
  };
  const meeting = (each: Meeting): Meeting => ({ ...each, participants: each.participants.map(participant) });
  const spaces = analysis.spaces.map(({ id, name, meetings }) => ({ id: guid(id), name: text(name), meetings: meetings.map(meeting) }));
  return { ...analysis, spaces };
}
