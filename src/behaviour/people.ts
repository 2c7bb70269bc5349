/** Who counts as a person, and what people may do. */
import type { Interval, Participant } from '#model/index.ts';

/** Recorders and streamers look like participants; they neither wait nor activate. */
export function isPerson({ leg }: Participant): boolean {
  return leg.kind !== 'recorder' && leg.kind !== 'streamer';
}

/** Somebody whose presence may keep guests active: a host, or somebody of whom the log does not tell otherwise. */
export function mayActivate(participant: Participant, { state }: Interval): boolean {
  return participant.role !== 'guest' && (state === 'active' || state === 'unknown');
}

/** A web join without a login (stated): `guest` and digits, before 3.0 without a domain. */
const guestAccount = /^guest\d+(?:@|$)/iu;

/** Signed in on the web as a member of the server: the leg names a user who is no guest account. */
export function isSignedIn({ leg, name }: Participant): boolean {
  if (leg.kind !== 'web') return false;
  const user = leg.user ?? name;
  return user?.includes('@') === true && !guestAccount.test(user);
}
