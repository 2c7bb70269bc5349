/** The rules, one a file. A new one is a file and a line here. */
import { answersMissing } from './answers-missing.ts';
import { deactivationUnset } from './deactivation-unset.ts';
import type { FaultRule } from './fault.ts';
import { generatedMembers } from './generated-members.ts';
import { hostInheritsGuest } from './host-inherits-guest.ts';
import { hostWithoutPasscode } from './host-without-passcode.ts';
import { locked, lockModeAll } from './locked.ts';
import { neitherRole } from './neither-role.ts';
import { noGuest } from './no-guest.ts';
import { noHost } from './no-host.ts';
import { nonMembersShutOut } from './non-members-shut-out.ts';
import { passcodeCollision } from './passcode-collision.ts';
import { passcodeModeUnset, passcodeTimeoutUnset } from './passcode-mode.ts';
import { profileMissing } from './profile-missing.ts';

export const faultRules: readonly FaultRule[] = [
  profileMissing,
  hostInheritsGuest,
  noHost,
  noGuest,
  neitherRole,
  hostWithoutPasscode,
  passcodeCollision,
  passcodeModeUnset,
  passcodeTimeoutUnset,
  locked,
  lockModeAll,
  nonMembersShutOut,
  generatedMembers,
  deactivationUnset,
  answersMissing,
];
