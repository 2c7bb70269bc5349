/**
 * The notation of the files in `grammars/`, itself a chevrotain grammar, so that its mistakes have places and its diagram is drawn
 * from the rules. It gives lines; what they mean together is settled in `check.ts`.
 */
import { EmbeddedActionsParser, EOF, type IParserErrorMessageProvider, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Complaint, GrammarSource } from './complaint.ts';
import * as token from './notation-tokens.ts';
import type { Blank, Literal, Place } from './wording.ts';

/** A hole as written: its type, or the alternatives of a choice, are not told apart yet. */
export interface WrittenHole {
  readonly kind: 'hole';
  readonly name: string;
  readonly alternatives: readonly (readonly (Literal | Blank)[])[];
  readonly place: Place;
}

export interface WrittenLiteral extends Literal {
  readonly place: Place;
}

export interface WrittenOptional {
  readonly kind: 'optional';
  readonly parts: readonly WrittenPart[];
  readonly place: Place;
}

export type WrittenPart = WrittenLiteral | Blank | WrittenHole | WrittenOptional;

export type WrittenLine =
  | { readonly kind: 'event'; readonly name: string; readonly place: Place }
  | { readonly kind: 'quiet'; readonly place: Place }
  | { readonly kind: 'process'; readonly name: string; readonly inBlock: boolean; readonly place: Place }
  | { readonly kind: 'wording'; readonly parts: readonly WrittenPart[]; readonly place: Place }
  | { readonly kind: 'example'; readonly text: string; readonly place: Place };

export interface WrittenFile {
  readonly lines: readonly WrittenLine[];
  readonly complaints: readonly Complaint[];
}

/** Reads grammar files; what it cannot read are complaints, one a line. */
export class NotationReader {
  private readonly lexer = new Lexer(token.notationTokens);
  private readonly parser = new NotationParser();

  read(source: GrammarSource): WrittenFile {
    const lexed = this.lexer.tokenize(`${source.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')}\n`);
    const lines = this.parser.read(source.name, lexed.tokens);
    const complaints = new Map<number, Complaint>();
    const complain = (line: number, column: number, reason: string): void => {
      if (!complaints.has(line)) complaints.set(line, { place: { file: source.name, line, column }, reason });
    };
    for (const error of lexed.errors) complain(error.line ?? 1, error.column ?? 1, 'a `\\` stands before a sign, to take it as it is');
    for (const { token: at, message } of this.parser.errors) complain(at.startLine ?? 1, at.startColumn ?? 1, message);
    return { lines, complaints: [...complaints.values()] };
  }

  /** The rules, for the railroad diagram. */
  rules(): ReturnType<NotationParser['getSerializedGastProductions']> {
    return this.parser.getSerializedGastProductions();
  }
}

const plainWords: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, actual }) => `expected ${nameOf(expected)}, found ${found(actual)}`,
  buildNotAllInputParsedMessage: ({ firstRedundant }) => `did not expect ${found(firstRedundant)}`,
  buildNoViableAltMessage: ({ actual }) => `did not expect ${found(actual[0])} here`,
  buildEarlyExitMessage: ({ actual }) => `expected words or holes, found ${found(actual[0])}`,
};

function nameOf(type: TokenType): string {
  if (type === EOF) return '`event`, `quiet`, `process` or an indented line';
  const label = type.LABEL ?? type.name;
  return /^[^A-Za-z]$/.test(label) ? `\`${label}\`` : label;
}

function found(at: IToken | undefined): string {
  return at === undefined || at.image.trim() === '' ? 'the end of the line' : `\`${at.image.trim()}\``;
}

class NotationParser extends EmbeddedActionsParser {
  private fileName = '';

  constructor() {
    super(token.notationTokens, { recoveryEnabled: true, maxLookahead: 2, errorMessageProvider: plainWords });
    this.performSelfAnalysis();
  }

  read(fileName: string, tokens: IToken[]): WrittenLine[] {
    this.fileName = fileName;
    this.input = tokens;
    return this.file();
  }

  private place(at: IToken): Place {
    return { file: this.fileName, line: at.startLine ?? 1, column: at.startColumn ?? 1 };
  }

  readonly file = this.RULE('file', (): WrittenLine[] => {
    const lines: WrittenLine[] = [];
    this.MANY(() => {
      const line = this.SUBRULE(this.line);
      if (line !== null) lines.push(line);
    });
    return lines;
  });

  private readonly line = this.RULE(
    'line',
    (): WrittenLine | null => {
      let line: WrittenLine | null = null;
      this.OPTION(() => {
        line = this.SUBRULE(this.statement);
      });
      this.CONSUME(token.EndOfLine);
      return line;
    },
    { recoveryValueFunc: () => null },
  );

  private readonly statement = this.RULE('statement', (): WrittenLine => {
    return this.OR([
      way<WrittenLine>(() => this.SUBRULE(this.event)),
      way<WrittenLine>(() => this.SUBRULE(this.quiet)),
      way<WrittenLine>(() => this.SUBRULE(this.process)),
      way<WrittenLine>(() => this.SUBRULE(this.wording)),
      way<WrittenLine>(() => this.SUBRULE(this.example)),
    ]);
  });

  private readonly event = this.RULE('event', (): WrittenLine => {
    this.CONSUME(token.Event);
    const name = this.CONSUME(token.Name);
    return { kind: 'event', name: name.image, place: this.place(name) };
  });

  private readonly quiet = this.RULE('quiet', (): WrittenLine => ({ kind: 'quiet', place: this.place(this.CONSUME(token.Quiet)) }));

  private readonly process = this.RULE('process', (): WrittenLine => {
    const start = this.OR([way(() => this.CONSUME(token.Process)), way(() => this.CONSUME(token.ProcessInBlock))]);
    const name = this.CONSUME(token.Name);
    return { kind: 'process', name: name.image, inBlock: /^[ \t]/.test(start.image), place: this.place(name) };
  });

  private readonly example = this.RULE('example', (): WrittenLine => {
    const line = this.CONSUME(token.Example);
    const mark = line.image.indexOf('>') + 1;
    const text = line.image.slice(mark);
    const column = (line.startColumn ?? 1) + mark + (text.length - text.trimStart().length);
    return { kind: 'example', text: text.trim(), place: { ...this.place(line), column } };
  });

  private readonly wording = this.RULE('wording', (): WrittenLine => {
    const indent = this.CONSUME(token.Indent);
    const place = this.place(indent);
    return { kind: 'wording', parts: this.SUBRULE(this.parts), place: { ...place, column: place.column + indent.image.length } };
  });

  private readonly parts = this.RULE('parts', (): WrittenPart[] => {
    const parts: WrittenPart[] = [];
    this.AT_LEAST_ONE(() => {
      parts.push(
        this.OR([
          way<WrittenPart>(() => this.SUBRULE(this.literal)),
          way<WrittenPart>(() => this.SUBRULE(this.hole)),
          way<WrittenPart>(() => this.SUBRULE(this.optional)),
        ]),
      );
    });
    return parts;
  });

  private readonly literal = this.RULE('literal', (): WrittenLiteral | Blank => {
    return this.OR([
      way<WrittenLiteral | Blank>(() => {
        const at = this.CONSUME(token.Written);
        return { kind: 'literal', text: at.image, place: this.place(at) };
      }),
      way<WrittenLiteral | Blank>(() => {
        const at = this.CONSUME(token.Escape);
        return { kind: 'literal', text: at.image.slice(1), place: this.place(at) };
      }),
      way<WrittenLiteral | Blank>(() => {
        this.CONSUME(token.Gap);
        return { kind: 'blank' };
      }),
    ]);
  });

  private readonly hole = this.RULE('hole', (): WrittenHole => {
    const open = this.CONSUME(token.OpenHole);
    const name = this.CONSUME(token.Word);
    const alternatives: (readonly (Literal | Blank)[])[] = [];
    this.OPTION(() => {
      this.CONSUME(token.Colon);
      alternatives.push(this.SUBRULE1(this.alternative));
      this.MANY(() => {
        this.CONSUME(token.Bar);
        alternatives.push(this.SUBRULE2(this.alternative));
      });
    });
    this.CONSUME(token.CloseHole);
    return { kind: 'hole', name: name.image, alternatives, place: this.place(open) };
  });

  private readonly alternative = this.RULE('alternative', (): (WrittenLiteral | Blank)[] => {
    const words: (WrittenLiteral | Blank)[] = [];
    this.AT_LEAST_ONE(() => {
      words.push(this.SUBRULE(this.literal));
    });
    return words;
  });

  private readonly optional = this.RULE('optional', (): WrittenOptional => {
    const open = this.CONSUME(token.OpenOptional);
    const parts = this.SUBRULE(this.parts);
    this.CONSUME(token.CloseOptional);
    return { kind: 'optional', parts, place: this.place(open) };
  });
}

/** One way of chevrotain's `OR`. */
function way<Taken>(take: () => Taken): { ALT: () => Taken } {
  return { ALT: take };
}
