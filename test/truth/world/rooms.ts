/** A conference of a space on one bridge: opened by its first leg, closed after its last. */
import type { Bridge, Leg, Room, Space } from './model.ts';
import type { Stage } from './stage.ts';

export function enterRoom(stage: Stage, space: Space, bridge: Bridge): Room {
  const open = space.rooms.get(bridge);
  if (open !== undefined) {
    open.legs += 1;
    return open;
  }
  const room: Room = {
    id: stage.random.guid(),
    media: stage.random.guid(),
    bridge,
    openedAt: stage.now(),
    legs: 1,
  };
  space.rooms.set(bridge, room);
  stage.write(bridge, stage.now(), { kind: 'opened', space, room, locked: space.locked });
  return room;
}

export function leaveRoom(stage: Stage, leg: Leg): void {
  const { room, space, bridge } = leg;
  if (room === null) return;
  room.legs -= 1;
  if (room.legs > 0) return;
  closeRoom(stage, space, bridge);
  stage.write(bridge, stage.now(), { kind: 'closed', room });
}

/** Neither a lock nor the grace after the last activator outlives the conference. */
export function closeRoom(stage: Stage, space: Space, bridge: Bridge): void {
  space.rooms.delete(bridge);
  if (space.rooms.size > 0) return;
  space.locked = false;
  if (space.timer !== null) space.timer.stopped = true;
  space.timer = null;
  const lock = space.locks.at(-1);
  if (lock !== undefined) lock.to ??= stage.now();
}

/** The meeting that is on: the first joining of an empty space begins it. */
export function joinMeeting(space: Space, leg: Leg, room: Room): void {
  const last = space.meetings.at(-1);
  const meeting = space.present.length === 0 || last === undefined ? { legs: [], rooms: [] } : last;
  if (meeting !== last) space.meetings.push(meeting);
  meeting.legs.push(leg);
  if (!meeting.rooms.includes(room)) meeting.rooms.push(room);
  space.present.push(leg);
}
