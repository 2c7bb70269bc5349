/** Who is who: participants of an export beside those of the truth, ids aside. */
import type { TrueParticipant, Truth } from '../truth.ts';
import type { Leg } from '../world.ts';
import type { Found, FoundMeeting, FoundParticipant, FoundSpace } from './found.ts';

export interface Place {
  readonly space: FoundSpace;
  readonly meeting: FoundMeeting;
  readonly participant: FoundParticipant;
}

export interface Matching {
  readonly pairs: ReadonlyMap<TrueParticipant, Place>;
  /** In the truth only. */
  readonly missing: readonly TrueParticipant[];
  /** In the export only: invented, or a call that never joined. */
  readonly extra: readonly Place[];
  /** The leg behind an id of the export. */
  readonly legOf: ReadonlyMap<string, Leg>;
}

export function placesOf(found: Found): Place[] {
  return found.spaces.flatMap((space) =>
    space.meetings.flatMap((meeting) => meeting.participants.map((participant) => ({ space, meeting, participant }))),
  );
}

export function participantsOf(truth: Truth): TrueParticipant[] {
  return truth.spaces.flatMap((space) => space.meetings.flatMap((meeting) => meeting.participants));
}

type Fit = (one: TrueParticipant, place: Place) => boolean;

function isNamed(one: TrueParticipant, { space, participant }: Place): boolean {
  return participant.name === one.name && (space.id === null || space.id === one.leg.space.id);
}

/** From the surest to the weakest: a leg names one presence; a name at a time nearly; a name alone must do. */
const FITS: readonly Fit[] = [
  (one, { participant }) => participant.callLegId === one.leg.id && participant.name === one.name,
  (one, place) => isNamed(one, place) && place.participant.joinedAt === one.joinedAt,
  (one, place) => isNamed(one, place) && place.participant.callLegId === null && place.participant.callNumber === one.leg.number,
  (one, place) =>
    isNamed(one, place) && one.leftAt !== null && place.participant.leftAt === one.leftAt && place.participant.joinedAt === null,
  (one, { participant }) => participant.callLegId === one.leg.id,
  (one, { participant }) =>
    participant.name === null && participant.callNumber === one.leg.number && participant.connectedAt === one.connectedAt,
  (one, place) => isNamed(one, place) && place.participant.joinedAt === null,
  isNamed,
];

function keyOf(one: { readonly name: string | null }): string {
  return one.name ?? '';
}

export function match(truth: Truth, found: Found): Matching {
  const pairs = new Map<TrueParticipant, Place>();
  let rest = placesOf(found);
  let open = participantsOf(truth);
  for (const fits of FITS) {
    if (open.length === 0 || rest.length === 0) break;
    // Asked by name and by leg, so that a meeting of thousands is matched in no time.
    const byKey = Map.groupBy(rest, ({ participant }) => keyOf(participant));
    const byLeg = new Map(rest.map((place) => [place.participant.callLegId, place]));
    const taken = new Set<Place>();
    for (const one of open) {
      const leg = byLeg.get(one.leg.id);
      const near = [...(leg === undefined ? [] : [leg]), ...(byKey.get(keyOf(one)) ?? []), ...(byKey.get('') ?? [])];
      const place = near.find((candidate) => !taken.has(candidate) && fits(one, candidate));
      if (place === undefined) continue;
      taken.add(place);
      pairs.set(one, place);
    }
    rest = rest.filter((place) => !taken.has(place));
    open = open.filter((one) => !pairs.has(one));
  }
  const legOf = new Map([...pairs].map(([one, place]) => [place.participant.id, one.leg]));
  return { pairs, missing: open, extra: rest, legOf };
}
