/**
 * The state machine of one presence: one table, no exceptions elsewhere.
 *
 * A signal that has no entry contradicts the log before it (a record is lost, or doubled at another time): the state
 * stays, and the contradiction is kept as evidence.
 */
import type { SignalKind, State } from '#model/index.ts';

/**
 * absent: not there yet · connecting: the call is set up · held: deactivated, but not joined yet (the line stands 0 to 1 ms
 * before the joining) · lobby, active: joined · unseen: there since before the log starts, or its joining or what became of it is lost · gone.
 */
export type MachineState = 'absent' | 'connecting' | 'held' | 'lobby' | 'active' | 'unseen' | 'gone';

export type MachineSignal = 'set-up' | SignalKind;

export const transitions: Readonly<Record<MachineState, Readonly<Partial<Record<MachineSignal, MachineState>>>>> = {
  absent: { 'set-up': 'connecting', deactivated: 'held', joined: 'active', activated: 'absent' },
  connecting: { deactivated: 'held', joined: 'active', activated: 'connecting', left: 'gone' },
  held: { joined: 'lobby', activated: 'connecting', left: 'gone' },
  lobby: { activated: 'active', lost: 'unseen', left: 'gone' },
  active: { deactivated: 'lobby', lost: 'unseen', left: 'gone' },
  unseen: { 'set-up': 'unseen', deactivated: 'lobby', activated: 'active', lost: 'unseen', left: 'gone' },
  gone: {},
};

/** What a state is called in an interval; null = no interval. */
export const shownAs: Readonly<Record<MachineState, State | null>> = {
  absent: null,
  connecting: 'connecting',
  held: 'connecting',
  lobby: 'lobby',
  active: 'active',
  unseen: 'unknown',
  gone: null,
};

/** The next state, or null where the table has none. */
export function next(state: MachineState, signal: MachineSignal): MachineState | null {
  return transitions[state][signal] ?? null;
}
