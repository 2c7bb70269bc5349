/** The verdict on every space of a configuration: levels, ways in, scenarios, what happens at the end, and what is wrong. */
import type { Attached, Comparison, Level, Notice, SpaceVerdict, Verdict } from '#model/verdict.ts';
import { type Access, accessOf } from './access.ts';
import type { ConfigurationReading } from './collect.ts';
import { findFaults } from './faults/fault.ts';
import { faultRules } from './faults/index.ts';
import type { CallLegProfile, CallProfile, Configuration } from './objects.ts';
import { type AttachedProfile, attached, type Link } from './resolve.ts';
import { scenariosOf } from './scenario.ts';
import type { Setting } from './setting.ts';
import { lastHostLeaves, waysIn } from './ways-in.ts';

/** @param comparison null where no log is held against the configuration */
export function verdictOf(reading: ConfigurationReading, comparison: Comparison | null): Verdict {
  const { configuration, notices, objects, mended, ignored } = reading;
  const spaces = spaceVerdicts(configuration);
  const none: readonly Notice[] =
    spaces.length > 0
      ? []
      : [{ code: 'no-space', severity: 'warning', message: 'No space is among the answers: there is nothing to judge.', place: null }];
  return { spaces, notices: [...none, ...notices], objects, mended, ignored, comparison };
}

/** The verdict on each space, versions one after the other. */
export function spaceVerdicts(configuration: Configuration): readonly SpaceVerdict[] {
  return configuration.spaces.map((setup) => {
    const access = accessOf(configuration, setup);
    const ways = waysIn(access);
    const { id, name, place } = setup.space;
    return {
      ...{ id, name, place, version: setup.version, levels: levelsOf(access), ways },
      scenarios: scenariosOf(access),
      lastHostLeaves: lastHostLeaves(ways),
      faults: findFaults(faultRules, access, ways),
    };
  });
}

/** The levels of a space, each once: those of all ways in, least specific first. */
function levelsOf({ configuration, entries, members }: Access): readonly Level[] {
  const [itself, ...methods] = entries;
  const own = (links: readonly Link[]): readonly Link[] => links.slice(-1);
  const distinct = members.filter(({ member }) => member.callLegProfile.state !== 'unset');
  const links = [
    ...(itself?.links ?? []),
    ...methods.flatMap((entry) => own(entry.links)),
    ...distinct.flatMap((entry) => own(entry.links)),
  ];
  return links.map(({ level, id, of, callLegProfile, callProfile }) => ({
    ...{ name: level, id, of },
    callLegProfile: attachedOf(attached(callLegProfile, configuration.callLegProfiles), callLegSets),
    callProfile: attachedOf(attached(callProfile, configuration.callProfiles), callSets),
  }));
}

function attachedOf<P extends { readonly name: string | null }>(
  at: AttachedProfile<P>,
  sets: (profile: P) => readonly string[],
): Attached | null {
  switch (at.state) {
    case 'none':
      return null;
    case 'unknown':
      return { id: at.id ?? '?', name: null, sets: [], unknown: at.why };
    case 'given':
      return { id: at.id, name: at.profile.name, sets: sets(at.profile), unknown: null };
  }
}

function callLegSets({ needsActivation, deactivationMode, deactivationModeTime }: CallLegProfile): readonly string[] {
  return written({ needsActivation, deactivationMode, deactivationModeTime });
}

function callSets({ passcodeMode, passcodeTimeout, locked, lockMode }: CallProfile): readonly string[] {
  return written({ passcodeMode, passcodeTimeout, locked, lockMode });
}

function written(settings: Readonly<Record<string, Setting<string | number | boolean>>>): readonly string[] {
  return Object.entries(settings).flatMap(([name, setting]) => {
    if (setting.state === 'unset') return [];
    return [setting.state === 'set' ? `${name}=${setting.value}` : `${name}=?`];
  });
}
