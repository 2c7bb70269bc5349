import { samePasscode } from '../access.ts';
import { addressesOf } from '../ways-in.ts';
import { pathOf, put } from './calls.ts';
import type { FaultRule, Found } from './fault.ts';

/** CMS wants the pairs uri + passcode and callId + passcode to be unique inside a space (stated). */
export const passcodeCollision: FaultRule = {
  code: 'passcode-collision',
  meaning: 'Two ways in have the same address and the same passcode: nothing tells who is guest and who is host.',
  find(access) {
    const found: Found[] = [];
    const reported = new Set<string>();
    for (const { kind, address, entries } of addressesOf(access)) {
      for (const [index, a] of entries.entries()) {
        for (const b of entries.slice(index + 1)) {
          const pair = `${a.label} ${b.label}`;
          if (!samePasscode(a.passcode, b.passcode) || reported.has(pair)) continue;
          reported.add(pair);
          const passcode = a.passcode.kind === 'blank' ? 'neither has a passcode' : 'both have the same passcode';
          found.push({
            severity: a.role === b.role ? 'warning' : 'error',
            message:
              `${capital(a.label)} (${a.role}) and ${b.label} (${b.role}) share ${kind === 'uri' ? 'URI' : 'call ID'} ${address}, and ${passcode}: ` +
              'nothing tells them apart.',
            ways: [],
            changes: [put(pathOf(access.setup, b), { passcode: '<a passcode of its own>' })],
          });
        }
      }
    }
    return found;
  },
};

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
