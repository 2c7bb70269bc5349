/** What is drawn: the meetings of an analysis, each with its picture and its rows. */
import type { Analysis, Meeting } from '#model/index.ts';
import { pictureOf } from '#view/lanes.ts';
import type { Picture } from '#view/picture.ts';
import type { Row } from '#view/rows.ts';
import type { SvgOptions } from './options.ts';
import { orderRows } from './order.ts';

export interface Subject {
  readonly analysis: Analysis;
  readonly meeting: Meeting;
  readonly picture: Picture;
  readonly rows: readonly Row[];
  /** `meeting 2 of 5`; empty where there is only one. */
  readonly turn: string;
}

export function subjectsOf(analysis: Analysis, options: SvgOptions): readonly Subject[] {
  return analysis.spaces.flatMap((space) =>
    space.meetings.flatMap((meeting, index) => {
      const picture = pictureOf(analysis, space, meeting, { from: options.from ?? null, to: options.to ?? null });
      if (picture === null) return [];
      const turn = space.meetings.length === 1 ? '' : `meeting ${index + 1} of ${space.meetings.length}`;
      return [{ analysis, meeting, picture, turn, rows: orderRows(picture, options.sort ?? 'role', options.maxLanes ?? 60) }];
    }),
  );
}
