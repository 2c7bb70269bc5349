/** The library's door: a log in, typed timelines out. */
export { type AnalyzeOptions, analyze, type NamedText } from './analyze.ts';
export { GrammarError } from '#grammar/index.ts';
export type * from '#model/index.ts';
