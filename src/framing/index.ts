/** Text → log records: the door of framing. */
export { createFramer, type Framer, type FramerOptions } from './frame.ts';
export { type Chronology, type ChronologyOptions, chronologies } from './chronology.ts';
export { type Survey, survey } from './survey.ts';
export { zoneByName } from './zones.ts';
export { createClock, type Clock, type ClockOptions, type Zone } from './clock.ts';
export type { FramingCounts } from './tally.ts';
export { framingLimits, type FramingLimits } from './limits.ts';
