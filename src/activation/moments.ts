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
    const { host } = track.presence.leg;
    if (track.joined !== null) all.push({ kind: 'joined', ...when(track.joined), host, track, stretch: -1 });
    if (track.left !== null) all.push({ kind: 'left', ...when(track.left), host, track, stretch: -1 });
    track.stretches.forEach((stretch, index) => {
      const { sign, beginning } = stretch;
      if (sign === null || (beginning !== 'deactivated' && beginning !== 'activated' && beginning !== 'lost')) return;
      // Who may have gone back to the lobby tells as much about the cause as who did.
      all.push({ kind: beginning === 'activated' ? 'activated' : 'deactivated', ...when(sign), host, track, stretch: index });
    });
  }
  return all.sort((a, b) => a.order - b.order);
}

function when(sign: Sign): Pick<Moment, 'at' | 'order' | 'coarse'> {
  return { at: sign.at, order: sign.order, coarse: sign.precision > 1 };
}

/** People, as opposed to recorders and streamers, which never activate anybody. */
export function isPerson(track: Track): boolean {
  return track.presence.leg.kind !== 'recorder' && track.presence.leg.kind !== 'streamer';
}
