/** The model's door: every type that stages, views and renderers share. */
export * from './analysis.ts';
export * from './event.ts';
export * from './finding.ts';
export * from './identity.ts';
export * from './leg.ts';
export * from './message.ts';
export * from './record.ts';
export * from './time.ts';
export * from './timeline.ts';
export * from './words.ts';
