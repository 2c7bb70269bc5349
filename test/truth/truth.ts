/**
 * What must come out for a complete log: the timelines of the world in the vocabulary of the export.
 * Where the log does not tell, or where the facts are silent and two readings are lawful, several answers are allowed;
 * the first is the whole truth. An allowed answer is never a false one.
 */

import { type TrueInterval, trueIntervals } from './truth/intervals.ts';
import { type TruePhase, truePhases } from './truth/phases.ts';
import { allowedBases, allowedRoles } from './truth/roles.ts';
import type { Leg, Meeting, Space, World } from './world.ts';
import { type Dialect, hasHost, stampOf } from './write.ts';

export type { TrueInterval } from './truth/intervals.ts';
export type { TruePhase } from './truth/phases.ts';

export type Allowed<T> = readonly T[];

export interface TrueParticipant {
  readonly leg: Leg;
  readonly name: string;
  readonly displayName: Allowed<string | null>;
  readonly kind: Allowed<string>;
  readonly role: Allowed<string>;
  readonly roleBasis: Allowed<string | null>;
  readonly callLegId: Allowed<string | null>;
  readonly callNumber: Allowed<number | null>;
  readonly sipCallId: Allowed<string | null>;
  readonly dialled: Allowed<string | null>;
  readonly host: Allowed<string | null>;
  /** null: the facts name no wording of a reason, anything goes. */
  readonly leftReason: Allowed<string | null> | null;
  readonly connectedAt: number;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly intervals: readonly TrueInterval[];
  /** The log ties its leg: its lane must be exact. Else `unknown` is right too. */
  readonly isTied: boolean;
  /** The bridge restarted under it at this stamp: no record tells. */
  readonly vanishedAt: number | null;
}

export interface TrueMeeting {
  readonly start: number;
  readonly end: number | null;
  readonly conferenceIds: readonly string[];
  readonly hosts: readonly string[];
  /** null: not to be judged (only machines were left, or clocks differ). */
  readonly phases: readonly TruePhase[] | null;
  readonly participants: readonly TrueParticipant[];
}

export interface TrueSpace {
  readonly id: string;
  readonly name: string;
  readonly meetings: readonly TrueMeeting[];
  /** Clocks differ, or a bridge restarted: which presence belongs to which meeting is not to be judged. */
  readonly isLoose: boolean;
}

export interface Truth {
  readonly spaces: readonly TrueSpace[];
  /** Calls that never joined a space. */
  readonly failed: readonly Leg[];
  /** The largest difference between two clocks. */
  readonly skewMs: number;
}

function kinds(leg: Leg): Allowed<string> {
  if (leg.medium === 'streamer') return ['streamer'];
  // No wording is known that tells a recorder from somebody dialled out, or from a web guest up to 2.9.
  if (leg.medium === 'recorder') return ['recorder', leg.sipCallId === null ? 'web' : 'sip', 'unknown'];
  return [leg.sipCallId === null ? 'web' : 'sip'];
}

function displayNames(leg: Leg, world: World): Allowed<string | null> {
  if (leg.medium === 'streamer' || leg.medium === 'recorder') {
    const label = `${leg.medium === 'streamer' ? 'Streaming' : 'Recording'} client (${leg.apiLeg})`;
    return [null, label];
  }
  if (world.release === '3.8' || leg.sipCallId !== null) return [leg.display];
  // Up to 2.9 the name stands only in `removing guest account`, at the end; that of a member nowhere.
  return leg.medium === 'member' ? [null] : [leg.display, null];
}

/** gen-1 names a leg only in its activation; only one who waited at joining is tied to it by neighbourhood. */
function isTied(leg: Leg, world: World): boolean {
  return world.release !== '2.1' || leg.changes[0]?.state === 'lobby';
}

function participantOf(leg: Leg, world: World, dialect: Dialect): TrueParticipant {
  const stamp = (at: number): number => stampOf(at, leg.bridge.skewMs, dialect.framing);
  const tied = isTied(leg, world);
  const isSip = leg.sipCallId !== null;
  return {
    leg,
    name: leg.user,
    displayName: displayNames(leg, world),
    kind: kinds(leg),
    role: allowedRoles(leg, tied, world.release),
    roleBasis: allowedBases(leg, world.release),
    callLegId: tied ? [leg.id] : [leg.id, null],
    callNumber: [leg.number],
    sipCallId: world.release === '2.1' ? [null] : [leg.sipCallId],
    dialled: [leg.dialled],
    host: [hasHost(dialect.framing) ? leg.bridge.name : null],
    leftReason: isSip && leg.leftAt !== null ? [leg.leftReason] : null,
    connectedAt: stamp(leg.setUpAt),
    joinedAt: stamp(leg.joinedAt ?? leg.setUpAt),
    leftAt: leg.leftAt === null ? null : stamp(leg.leftAt),
    intervals: trueIntervals(leg, dialect.framing),
    isTied: tied,
    vanishedAt: leg.crashedAt === null ? null : stamp(leg.crashedAt),
  };
}

function last(times: readonly (number | null)[]): number | null {
  return times.reduce<number | null>((late, time) => (late === null || time === null ? null : Math.max(late, time)), 0);
}

function meetingOf(meeting: Meeting, world: World, dialect: Dialect, isLoose: boolean): TrueMeeting {
  const participants = meeting.legs.map((leg) => participantOf(leg, world, dialect));
  const bridges = [...new Set(meeting.legs.map((leg) => leg.bridge.name))];
  return {
    start: Math.min(...participants.map((one) => one.joinedAt)),
    end: last(participants.map((one) => one.leftAt ?? one.vanishedAt)),
    conferenceIds: world.release === '2.1' ? [] : meeting.rooms.map((room) => room.id),
    hosts: hasHost(dialect.framing) ? bridges : [],
    phases: isLoose ? null : truePhases(participants),
    participants,
  };
}

function isLoose(space: Space, world: World): boolean {
  const skews = new Set(world.bridges.map((bridge) => bridge.skewMs));
  const crashed = space.meetings.some((meeting) => meeting.legs.some((leg) => leg.crashedAt !== null));
  return skews.size > 1 || crashed;
}

export function truthOf(world: World, dialect: Dialect): Truth {
  const skews = world.bridges.map((bridge) => bridge.skewMs);
  return {
    spaces: world.spaces
      .filter((space) => space.meetings.length > 0)
      .map((space) => {
        const loose = isLoose(space, world);
        return {
          id: space.id,
          name: space.name,
          meetings: space.meetings.map((meeting) => meetingOf(meeting, world, dialect, loose)),
          isLoose: loose,
        };
      }),
    failed: world.legs.filter((leg) => leg.joinedAt === null),
    skewMs: Math.max(...skews) - Math.min(...skews),
  };
}
