/** The moments of a meeting, of all its participants, in the order of the log. */
import type { Instant, Sign } from '#model/index.ts';
import type { Track } from './track.ts';

export interface Moment {
  readonly kind: 'joined' | 'left' | 'deactivated' | 'activated';
  readonly at: Instant;
  readonly order: number;
  /** Stamps of whole seconds. */
  readonly coarse: boolean;
  readonly host: string | null;
  readonly track: Track;
  /** Which stretch of the track begins here; -1 for joining and leaving. */
  readonly stretch: number;
}

/** Deactivation at joining is part of the joining; only later changes are moments of their own. */
export function moments(tracks: readonly Track[]): readonly Moment[] {
  const all: Moment[] = [];
  for (const track of tracks) {
    const { joined, left, stretches } = track;
    if (joined !== null) all.push(momentOf('joined', joined, track, -1));
    if (left !== null) all.push(momentOf('left', left, track, -1));
    for (const [index, { sign, beginning }] of stretches.entries()) {
      if (sign === null) continue;
      if (beginning === 'activated') all.push(momentOf('activated', sign, track, index));
      // Who may have gone back to the lobby tells as much about the cause as who did.
      if (beginning === 'deactivated' || beginning === 'lost') all.push(momentOf('deactivated', sign, track, index));
    }
  }
  return all.sort((a, b) => a.order - b.order);
}

function momentOf(kind: Moment['kind'], { at, order, precision }: Sign, track: Track, stretch: number): Moment {
  return { kind, at, order, coarse: precision > 1, host: track.presence.leg.host, track, stretch };
}

/** People, as opposed to recorders and streamers, which never activate anybody. */
export function isPerson(track: Track): boolean {
  return track.presence.leg.kind !== 'recorder' && track.presence.leg.kind !== 'streamer';
}
