/** The registry: one rule a file. A new rule is a file and a line here. */
import type { Rule } from '../rule.ts';
import { arrivalReleasedNobody } from './arrival-released-nobody.ts';
import { backToLobby } from './back-to-lobby.ts';
import { clockSkew } from './clock-skew.ts';
import { conferenceLocked } from './conference-locked.ts';
import { configurationChanged } from './configuration-changed.ts';
import { departureNotAttributed } from './departure-not-attributed.ts';
import { disconnectedWithLastHost } from './disconnected-with-last-host.ts';
import { everybodyActiveAtOnce } from './everybody-active-at-once.ts';
import { expectedHostDeactivated } from './expected-host-deactivated.ts';
import { facilityMissing } from './facility-missing.ts';
import { guestGaveUp } from './guest-gave-up.ts';
import { guestNotReleased } from './guest-not-released.ts';
import { guestWaitedLong } from './guest-waited-long.ts';
import { hostNeverCame } from './host-never-came.ts';
import { hostsComeAndGo } from './hosts-come-and-go.ts';
import { legFailedBeforeJoining } from './leg-failed-before-joining.ts';
import { logContradictsItself } from './log-contradicts-itself.ts';
import { logEndsInsideMeeting } from './log-ends-inside-meeting.ts';
import { logStartsInsideMeeting } from './log-starts-inside-meeting.ts';
import { movedBetweenSpaces } from './moved-between-spaces.ts';
import { nobodyNeededActivation } from './nobody-needed-activation.ts';
import { rejoinedRepeatedly } from './rejoined-repeatedly.ts';
import { releasedWithoutActivator } from './released-without-activator.ts';
import { stayedActiveAfterLastHost } from './stayed-active-after-last-host.ts';
import { unreadRecords } from './unread-records.ts';
import { waitedBesideHost } from './waited-beside-host.ts';

/** In the order of the alphabet, in which findings of one weight and time are told. */
export const rules: readonly Rule[] = [
  arrivalReleasedNobody,
  backToLobby,
  clockSkew,
  conferenceLocked,
  configurationChanged,
  departureNotAttributed,
  disconnectedWithLastHost,
  everybodyActiveAtOnce,
  expectedHostDeactivated,
  facilityMissing,
  guestGaveUp,
  guestNotReleased,
  guestWaitedLong,
  hostNeverCame,
  hostsComeAndGo,
  legFailedBeforeJoining,
  logContradictsItself,
  logEndsInsideMeeting,
  logStartsInsideMeeting,
  movedBetweenSpaces,
  nobodyNeededActivation,
  rejoinedRepeatedly,
  releasedWithoutActivator,
  stayedActiveAfterLastHost,
  unreadRecords,
  waitedBesideHost,
];
