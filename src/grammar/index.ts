/** The grammar's door: records → events, by the wordings in `grammars/`. */
export { GrammarError, type Complaint, type GrammarSource } from './complaint.ts';
export { checkedWordings, compileGrammar, grammarOf, type Grammar } from './grammar.ts';
export { readGrammarFiles, readUserGrammar } from './load.ts';
export type { Reading } from './read.ts';
export { packagedGrammar } from './packaged.ts';
export { restoreWordings, storeWordings } from './store.ts';
export type { Wording } from './wording.ts';
