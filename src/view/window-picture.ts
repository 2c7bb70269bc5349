/** The picture of a meeting, cut to the window that is looked at. */
import type { Analysis, Meeting, Space } from '#model/index.ts';
import { pictureOf } from './lanes.ts';
import type { Picture } from './picture.ts';
import type { Window } from './window.ts';

/** None where the log gives the meeting no time at all, or nothing of it is in the window. */
export function picturesIn(analysis: Analysis, space: Space, meeting: Meeting, window: Window | null): readonly Picture[] {
  const whole = pictureOf(analysis, space, meeting);
  if (whole === null || window === null) return whole === null ? [] : [whole];
  const part = window.clip(whole.from, whole.known);
  const cut = part === null ? null : pictureOf(analysis, space, meeting, part);
  return cut === null ? [] : [cut];
}
