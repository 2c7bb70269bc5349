/** What a survey of an input has shown, and what else its zone and year are decided by. */
import type { ChronologyOptions, Survey } from '#framing/index.ts';

export interface Surveyed {
  readonly survey: Survey;
  readonly options: ChronologyOptions;
}
