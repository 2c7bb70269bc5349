import { attached } from '../resolve.ts';
import { levelName, reasonName } from '../words.ts';
import { get } from './calls.ts';
import type { FaultRule, Found } from './fault.ts';
import { isReachable } from '../ways-in.ts';

/** What CMS does with an id that leads nowhere is not documented; the level counts as unknown. */
export const profileMissing: FaultRule = {
  code: 'profile-missing',
  meaning: 'An object names a call leg profile or call profile that does not exist, or that is not among the answers.',
  find({ configuration, entries, members }) {
    const found = new Map<string, Found>();
    for (const link of [...entries.filter(isReachable), ...members].flatMap(({ links }) => links)) {
      const both = [
        { kind: 'call leg profile', list: 'callLegProfiles', at: attached(link.callLegProfile, configuration.callLegProfiles) },
        { kind: 'call profile', list: 'callProfiles', at: attached(link.callProfile, configuration.callProfiles) },
      ];
      for (const { kind, list, at } of both) {
        if (at.state !== 'unknown' || at.id === null || at.why === 'abridged' || at.why === 'illegible') continue;
        const subject = link.level === 'global' ? 'The system profiles name' : `${capital(levelName(link.level))} (${link.of}) names`;
        found.set(`${link.level} ${link.of} ${kind}`, {
          severity: at.why === 'missing' ? 'error' : 'warning',
          message: `${subject} ${kind} ${at.id}, which ${at.why === 'missing' ? '' : 'is '}${reasonName(at.why)}.`,
          ways: [],
          changes: [get(`/${list}/${at.id}`)],
        });
      }
    }
    return [...found.values()];
  },
};

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
