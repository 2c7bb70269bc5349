/** Events → the facts of each meeting. */
export { isActedUpon } from './acted-upon.ts';
export { type Correlation, type CorrelationOutput, correlate } from './correlate.ts';
