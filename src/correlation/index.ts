/** Events → the facts of each meeting. */
export { isActedUpon } from './acted-upon.ts';
export { correlate, type Correlation, type CorrelationOutput } from './correlate.ts';
