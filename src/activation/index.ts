/** The facts of a meeting → the meeting. */
export { type MachineSignal, type MachineState, shownAs, transitions } from './machine.ts';
export { type ParticipantNumbering, reconstruct } from './meeting.ts';
