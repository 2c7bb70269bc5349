/** A command as data: `cli.ts` turns it into commander's, and the documentation's table is made of it. */
import type { Streams } from './streams.ts';

export interface OptionSpecification {
  /** As commander writes them: `-o, --output <file>`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly initial?: string;
  /** May be given several times. */
  readonly repeatable?: true;
}

/** Options as the command line gives them; {@link text}, {@link list} and {@link flag} read them. */
export type RawOptions = Readonly<Record<string, unknown>>;

export interface CommandSpecification {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionSpecification[];
  /** Command lines that show what it is for, the most useful first. */
  readonly examples: readonly string[];
  run(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number>;
}

export function text(options: RawOptions, name: string): string | null {
  const value = options[name];
  return typeof value === 'string' ? value : null;
}

export function list(options: RawOptions, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

export function flag(options: RawOptions, name: string): boolean {
  return options[name] === true;
}
