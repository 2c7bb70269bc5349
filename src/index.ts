/** The library's door: a log in, typed timelines out. */
export { analyze, type NamedText } from './analyze.ts';
export type { AnalyzeOptions } from './options.ts';
export { GrammarError } from '#grammar/index.ts';
export type * from '#model/index.ts';
