/** Text → log records: the door of framing. */

export { createAgain, withoutBlanks } from './again.ts';
export { type Chronology, chronologies, type Surveyed } from './chronology.ts';
export { type Clock, type ClockOptions, createClock, type Zone } from './clock.ts';
export { createCopies, markOf } from './copies.ts';
export { createFramer, type Framer, type FramerOptions } from './frame.ts';
export { type FramingLimits, framingLimits } from './limits.ts';
export { proseLines } from './prose.ts';
export { newRawRecord, type RawReader, recordOf } from './raw-record.ts';
export { mayBeEmphasized, plainerForms, withEmphasis } from './second-look.ts';
export { type Survey, survey } from './survey.ts';
export type { FramingCounts } from './tally.ts';
export { zoneByName } from './zones.ts';
