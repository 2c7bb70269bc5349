/** Each time the last host left: what became of the guests. */
import type { LastHostLeft } from '#model/behaviour.ts';
import type { Evidence, Meeting, Participant } from '#model/index.ts';
import { disconnection, mayBeDisconnected } from './disconnect.ts';
import { type Episode, episodes } from './episode.ts';
import { limits } from './limits.ts';
import { isPerson } from './people.ts';
import { returns } from './returns.ts';
import { arrivalsOfHosts, steps } from './steps.ts';

/** In the order of time; linear in the intervals of the meeting, apart from sorting. */
export function departures(meeting: Meeting, index: number): readonly LastHostLeft[] {
  const all = steps(meeting);
  const silent = hasInvisibleHosts(meeting) ? [] : episodes(all).flatMap((episode) => afterwards(episode, index));
  return [...returns(meeting, index, arrivalsOfHosts(all)), ...silent].sort((a, b) => a.effectAt - b.effectAt);
}

/** Guests were released or sent back by nobody the log shows: then nobody can say when the last host left. */
function hasInvisibleHosts(meeting: Meeting): boolean {
  return meeting.participants.some(
    (participant) =>
      isPerson(participant) &&
      participant.intervals.some(
        ({ cause }) =>
          cause.kind === 'released-without-activator' ||
          (cause.by === null && (cause.kind === 'activator-joined' || cause.kind === 'last-activator-left')),
      ),
  );
}

/** What the log shows without a line of its own for it. */
function afterwards(episode: Episode, meeting: number): readonly LastHostLeft[] {
  const { host, at, hostAgainAt } = episode;
  const together = disconnection(episode);
  const [first] = together?.leavings ?? [];
  if (together !== null && first !== undefined) {
    const ended = together.leavings.map(({ participant }) => participant);
    const evidence = proof(host, ended);
    const guests = ended.map(({ id }) => id);
    return [
      {
        meeting,
        host: host.id,
        at,
        aftermath: 'disconnected',
        effectAt: first.at,
        delayMs: together.delayMs,
        guests,
        hostAgainAt,
        evidence,
      },
    ];
  }
  const { longestStay } = episode;
  if (longestStay === null || episode.returned > 0 || mayBeDisconnected(episode, longestStay)) return [];
  const { from, to, guests } = longestStay;
  const evidence = proof(host, guests);
  const ids = guests.map(({ id }) => id);
  return [{ meeting, host: host.id, at, aftermath: 'stayed', effectAt: to, delayMs: to - from, guests: ids, hostAgainAt, evidence }];
}

function proof(host: Participant, guests: readonly Participant[]): readonly Evidence[] {
  const found: Evidence[] = host.leftBy === null ? [] : [host.leftBy];
  for (const { leg, leftBy, roleEvidence } of guests) {
    const ended = leg.ended?.evidence ?? leftBy ?? roleEvidence[0];
    if (ended !== undefined) found.push(ended);
    if (found.length >= limits.evidence) break;
  }
  return found;
}
