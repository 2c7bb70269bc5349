/** A participant of a log together with what the configuration says of it. */
import type { Finding } from '#model/finding.ts';
import type { Participant, Space } from '#model/timeline.ts';
import type { Forecast } from './forecast.ts';

export interface Foreseen {
  readonly participant: Participant;
  readonly forecast: Forecast;
}

/** What all findings about participants of a space have in common. */
export function about(space: Space, participants: readonly Participant[]): Pick<Finding, 'space' | 'participants' | 'span'> {
  const [first] = participants;
  return {
    space: space.id,
    participants: participants.map(({ id }) => id),
    span: { from: first?.joinedAt ?? first?.connectedAt ?? null, to: first?.leftAt ?? null },
  };
}
