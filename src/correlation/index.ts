/** Events → the facts of each meeting. */
export { type Correlation, type CorrelationOutput, correlate } from './correlate.ts';
