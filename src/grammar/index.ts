/** The grammar's door: records → events, by the wordings in `grammars/`. */
export { type Complaint, GrammarError, type GrammarSource } from './complaint.ts';
export { checkedWordings, compileGrammar, type Grammar, grammarOf } from './grammar.ts';
export { readGrammarFiles, readUserGrammar } from './load.ts';
export { packagedGrammar } from './packaged.ts';
export type { RawEvent, RawGrammar } from './raw-grammar.ts';
export type { Reading } from './read.ts';
export { createTextPage } from './text-page.ts';
export { restoreWordings, storeWordings } from './store.ts';
export type { Wording } from './wording.ts';
