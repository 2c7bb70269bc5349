import { put } from './calls.ts';
import type { FaultRule } from './fault.ts';

/** `locked` since 1.8, `lockMode` since 2.9 (stated). Meeting Management 3.11 names `all` as the default of lockMode. */
export const locked: FaultRule = {
  code: 'locked',
  meaning: 'The call profile locks meetings: new guests stay in the lobby although a host is in.',
  find({ call }) {
    if (call.locked.state !== 'set' || !call.locked.value) return [];
    const mode =
      call.lockMode.state === 'set'
        ? call.lockMode.value === 'all'
          ? 'lockMode=all: everybody new goes to the lobby, hosts too'
          : 'lockMode=needsActivation: guests stay in the lobby, members of the space pass while an activator is in'
        : 'lockMode is not set: Meeting Management names all as the default, which sends hosts to the lobby too';
    return [
      {
        severity: call.lockMode.state === 'set' && call.lockMode.value === 'needsActivation' ? 'warning' : 'error',
        message: `Meetings of this space begin locked (${mode}).`,
        ways: [],
        changes: [put(`/callProfiles/${call.locked.profile}`, { locked: 'false' })],
      },
    ];
  },
};

export const lockModeAll: FaultRule = {
  code: 'lock-mode-all',
  meaning: 'lockMode is all: once somebody locks the meeting, hosts who join wait in the lobby like guests.',
  find({ call }) {
    const all = call.lockMode.state === 'set' && call.lockMode.value === 'all';
    const already = call.locked.state === 'set' && call.locked.value;
    if (!all || already) return [];
    return [
      {
        severity: 'warning',
        message: 'lockMode is all: as soon as somebody locks the meeting, everybody who joins waits in the lobby, hosts too.',
        ways: [],
        changes: [put(`/callProfiles/${call.lockMode.profile}`, { lockMode: 'needsActivation' })],
      },
    ];
  },
};
