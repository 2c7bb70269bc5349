/** A meeting is active while somebody in it is; recorders and streamers do not count as people. */
import type { TrueParticipant } from '../truth.ts';

export interface TruePhase {
  readonly state: 'lobby-only' | 'active';
  readonly from: number;
  readonly to: number | null;
}

function isMachine(participant: TrueParticipant): boolean {
  return participant.leg.medium === 'recorder' || participant.leg.medium === 'streamer';
}

type Seen = 'lobby-only' | 'active' | 'nobody';

function seenAt(people: readonly TrueParticipant[], from: number): Seen {
  let seen: Seen = 'nobody';
  for (const person of people) {
    const now = person.intervals.find((one) => one.state !== 'connecting' && one.from <= from && (one.to === null || one.to > from));
    if (now?.state === 'active') return 'active';
    if (now?.state === 'lobby') seen = 'lobby-only';
  }
  return seen;
}

/** null: at some time only machines were in, and what that is called is nobody's business. */
export function truePhases(participants: readonly TrueParticipant[]): readonly TruePhase[] | null {
  const people = participants.filter((one) => !isMachine(one));
  const times = new Set<number>();
  for (const one of participants) {
    times.add(one.joinedAt);
    for (const interval of one.intervals) if (interval.to !== null) times.add(interval.to);
    for (const interval of one.intervals) if (interval.state !== 'connecting') times.add(interval.from);
  }
  const start = Math.min(...participants.map((one) => one.joinedAt));
  const isOpen = participants.some((one) => one.leftAt === null);
  const end = isOpen ? Infinity : Math.max(...participants.map((one) => one.leftAt ?? 0));
  const steps = [...times].filter((time) => time >= start && time < end).sort((one, other) => one - other);
  const phases: { state: 'lobby-only' | 'active'; from: number; to: number | null }[] = [];
  for (const from of steps) {
    const state = seenAt(people, from);
    if (state === 'nobody') return null;
    const open = phases.at(-1);
    if (open?.state === state) continue;
    if (open !== undefined) open.to = from;
    phases.push({ state, from, to: null });
  }
  const open = phases.at(-1);
  if (open !== undefined && Number.isFinite(end)) open.to = end;
  return phases;
}
