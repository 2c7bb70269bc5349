/** Collects meetings, which come in the order of their ends, into spaces in the order of their beginnings. */
import type { Guid, Meeting, Space } from '#model/index.ts';

/** A meeting that nothing more can be said about, and where it took place. */
export interface PlacedMeeting {
  readonly space: { readonly id: Guid | null; readonly name: string | null };
  readonly meeting: Meeting;
}

/** Keeps a meeting in a form of its own; returns how to have it again. */
export type KeepMeeting = (placed: PlacedMeeting) => () => Meeting;

export interface SpaceCollection {
  add(placed: PlacedMeeting): void;
  spaces(): readonly Space[];
}

interface Kept {
  readonly begins: number;
  readonly meeting: () => Meeting;
}

interface Collected {
  readonly id: Guid | null;
  name: string | null;
  readonly meetings: Kept[];
}

/** @param keep null = meetings are held as they are; else those of a space are made again each time that somebody looks at them */
export function collectSpaces(keep: KeepMeeting | null): SpaceCollection {
  const byKey = new Map<string, Collected>();
  return {
    add(placed) {
      const { space, meeting } = placed;
      const key = space.id ?? `?${space.name ?? ''}`;
      const kept = { begins: beginning(meeting), meeting: keep === null ? () => meeting : keep(placed) };
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { ...space, meetings: [kept] });
      else {
        known.name = space.name ?? known.name;
        known.meetings.push(kept);
      }
    },
    spaces() {
      const sorted = [...byKey.values()].map(({ meetings, ...space }) => ({ ...space, kept: meetings.toSorted(byBeginning) }));
      return sorted
        .sort((a, b) => (a.kept[0]?.begins ?? 0) - (b.kept[0]?.begins ?? 0))
        .map(({ kept, ...space }) => (keep === null ? { ...space, meetings: meetingsOf(kept) } : lookedAt(space, kept)));
    },
  };
}

function meetingsOf(kept: readonly Kept[]): readonly Meeting[] {
  return kept.map(({ meeting }) => meeting());
}

function lookedAt(space: Omit<Space, 'meetings'>, kept: readonly Kept[]): Space {
  return {
    ...space,
    get meetings() {
      return meetingsOf(kept);
    },
  };
}

function byBeginning(a: Kept, b: Kept): number {
  return a.begins - b.begins;
}

/** The first thing known of a meeting; one that began before the log comes first. */
function beginning({ span, participants }: Meeting): number {
  if (span.from !== null) return span.from;
  return Math.min(
    ...participants.flatMap((participant) => participant.intervals.flatMap(({ from, to }) => [from ?? to ?? 0])),
    Number.MAX_SAFE_INTEGER,
  );
}
