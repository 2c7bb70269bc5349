/** The wordings that the program brings, and with them the user's own. */
import type { GrammarSource } from './complaint.ts';
import { checkedWordings, type Grammar, grammarOf } from './grammar.ts';
import { readGrammarFiles } from './load.ts';
import { restoreWordings } from './store.ts';
import type { Wording } from './wording.ts';

/** The checked wordings of `grammars/`, put in by the build: reading them from the files takes ten times as long. */
declare const __WORDINGS__: string | undefined;

/**
 * The program's grammar, with the files of the user behind it.
 * @throws GrammarError with all complaints about the user's files
 */
export function packagedGrammar(own: readonly GrammarSource[] = []): Grammar {
  const known = packagedWordings();
  return grammarOf(own.length === 0 ? known : checkedWordings(own, known));
}

function packagedWordings(): readonly Wording[] {
  return typeof __WORDINGS__ === 'string' ? restoreWordings(__WORDINGS__) : checkedWordings(readGrammarFiles());
}
