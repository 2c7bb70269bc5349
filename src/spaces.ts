/** Collects meetings, which come in the order of their ends, into spaces in the order of their beginnings. */
import type { Guid, Meeting, Space } from '#model/index.ts';

export interface SpaceCollection {
  add(space: { readonly id: Guid | null; readonly name: string | null }, meeting: Meeting): void;
  spaces(): readonly Space[];
}

interface Collected {
  readonly id: Guid | null;
  name: string | null;
  readonly meetings: Meeting[];
}

export function collectSpaces(): SpaceCollection {
  const byKey = new Map<string, Collected>();
  return {
    add({ id, name }, meeting) {
      const key = id ?? `?${name ?? ''}`;
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { id, name, meetings: [meeting] });
      else {
        known.name = name ?? known.name;
        known.meetings.push(meeting);
      }
    },
    spaces() {
      const spaces = [...byKey.values()].map(({ id, name, meetings }) => ({ id, name, meetings: [...meetings].sort(byBeginning) }));
      return spaces.sort((a, b) => beginning(a.meetings[0]) - beginning(b.meetings[0]));
    },
  };
}

function byBeginning(a: Meeting, b: Meeting): number {
  return beginning(a) - beginning(b);
}

/** The first thing known of a meeting; one that began before the log comes first. */
function beginning(meeting: Meeting | undefined): number {
  if (meeting === undefined) return 0;
  if (meeting.span.from !== null) return meeting.span.from;
  return Math.min(
    ...meeting.participants.flatMap((participant) => participant.intervals.flatMap(({ from, to }) => [from ?? to ?? 0])),
    Number.MAX_SAFE_INTEGER,
  );
}
