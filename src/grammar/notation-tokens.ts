/** The tokens of the grammar files' notation. The mode `line` stands at the start of a line, `wording` behind its indentation. */
import { createToken, Lexer } from 'chevrotain';

export const EndOfLine = createToken({ name: 'EndOfLine', pattern: Lexer.NA, label: 'the end of the line' });
/** What stands for itself in a wording. */
export const Written = createToken({ name: 'Written', pattern: Lexer.NA, label: 'a word or sign' });

const Note = createToken({ name: 'Note', pattern: /[ \t]*#[^\n]*/, group: Lexer.SKIPPED });
const Padding = createToken({ name: 'Padding', pattern: /[ \t]+(?=\n)/, group: Lexer.SKIPPED });
export const Example = createToken({ name: 'Example', pattern: /[ \t]+>[^\n]*/, label: 'an example behind >' });
export const ProcessInBlock = createToken({
  name: 'ProcessInBlock',
  pattern: /[ \t]+process(?=[ \t])/,
  push_mode: 'name',
  label: 'an indented process',
});
export const Indent = createToken({ name: 'Indent', pattern: /[ \t]+/, push_mode: 'wording', label: 'an indented wording' });
export const Event = createToken({ name: 'Event', pattern: /event(?=\s)/, push_mode: 'name', label: 'event' });
export const Quiet = createToken({ name: 'Quiet', pattern: /quiet(?=\s)/, push_mode: 'name', label: 'quiet' });
export const Process = createToken({ name: 'Process', pattern: /process(?=\s)/, push_mode: 'name', label: 'process' });
const Newline = createToken({ name: 'Newline', pattern: /\n/, line_breaks: true, categories: EndOfLine });
/** Anything else at the start of a line: a mistake, taken whole so that it is one complaint. */
const Stray = createToken({ name: 'Stray', pattern: /[^\n]+/, label: 'this line' });

const NameGap = createToken({ name: 'NameGap', pattern: /[ \t]+/, group: Lexer.SKIPPED });
export const Name = createToken({ name: 'Name', pattern: /[^\s]+/, label: 'a name' });
const NameEnd = createToken({ name: 'NameEnd', pattern: /\n/, line_breaks: true, pop_mode: true, categories: EndOfLine });

export const Gap = createToken({ name: 'Gap', pattern: /[ \t]+/, label: 'a blank' });
export const Word = createToken({ name: 'Word', pattern: /[A-Za-z0-9_]+/, label: 'a word', categories: Written });
export const Escape = createToken({ name: 'Escape', pattern: /\\[^\sA-Za-z0-9_]/, label: 'a sign behind \\' });
export const OpenHole = createToken({ name: 'OpenHole', pattern: /\{/, label: '{' });
export const CloseHole = createToken({ name: 'CloseHole', pattern: /\}/, label: '}' });
export const OpenOptional = createToken({ name: 'OpenOptional', pattern: /\[/, label: '[' });
export const CloseOptional = createToken({ name: 'CloseOptional', pattern: /\]/, label: ']' });
export const Colon = createToken({ name: 'Colon', pattern: /:/, label: ':', categories: Written });
export const Bar = createToken({ name: 'Bar', pattern: /\|/, label: '|' });
const Sign = createToken({ name: 'Sign', pattern: /[^\s\\]/, label: 'a sign', categories: Written });
const WordingEnd = createToken({ name: 'WordingEnd', pattern: /\n/, line_breaks: true, pop_mode: true, categories: EndOfLine });

export const notationTokens = {
  modes: {
    line: [Note, Padding, Example, ProcessInBlock, Indent, Event, Quiet, Process, Newline, Stray, EndOfLine, Written],
    name: [NameGap, Name, NameEnd],
    wording: [Gap, Word, Escape, OpenHole, CloseHole, OpenOptional, CloseOptional, Colon, Bar, Sign, WordingEnd],
  },
  defaultMode: 'line',
};
