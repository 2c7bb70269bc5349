import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import { inEachMeeting, type Rule } from '../rule.ts';
import { listed, times } from '../words.ts';

export const configurationChanged: Rule = {
  code: 'configuration-changed',
  severity: 'info',
  meaning:
    'A user of the API changed the call or the space while the meeting was on. The log does not say what was changed; dialling somebody out is not counted.',
  check: 'Which program is that user (Meeting Management, TMS, a script), and what does it set?',
  look: inEachMeeting(function* ({ meeting, space }) {
    const changes = meeting.signs.flatMap((sign) => (sign.kind === 'configuration-changed' ? [sign] : []));
    // A new profile concerns nobody before it is attached: it is told only beside a change.
    const real = changes.filter(({ what }) => what.startsWith('modified'));
    const [first] = real;
    const last = real.at(-1);
    if (first === undefined || last === undefined) return;
    const each = [...Map.groupBy(real, ({ by }) => by)].map(([user, deeds]) => `${user} ${listed(deedsOf(deeds))}`);
    const span = real.length === 1 ? say`at ${first.at}` : say`from ${first.at} to ${last.at}`;
    yield {
      message: say`The configuration was changed during the meeting, ${span}: API user ${each.join('; API user ')}.`,
      space: space.id,
      participants: meeting.participants.map(({ id }) => id),
      from: first.at,
      to: last.at,
      evidence: proof(changes.map(({ evidence }) => evidence)),
    };
  }),
};

function deedsOf(changes: readonly { readonly what: string }[]): readonly string[] {
  return [...Map.groupBy(changes, ({ what }) => what)].map(([what, all]) => (all.length === 1 ? what : `${what} ${times(all.length)}`));
}
