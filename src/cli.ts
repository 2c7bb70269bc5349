/** The command line: names, options and help. Commands are loaded when they are called. */
import { Command, CommanderError } from 'commander';
import { commandFirst } from './commands/command-first.ts';
import { commands } from './commands/index.ts';
import { InputError, OutputClosed, type Streams, UsageError } from './commands/streams.ts';
import type { CommandSpecification, OptionSpecification } from './commands/specification.ts';
import { safe } from '#view/safe.ts';
import { version } from './version.ts';

/** Exit codes of the contract; 3 comes from the commands that have `--fail-on`. */
const exit = { done: 0, input: 1, usage: 2, stopped: 130 } as const;
const defaultCommand = 'show';
const asksForHelp = /^(?:help|-h|--help)$/u;
const hint = '(cms-timeline --help shows how)';

/**
 * Runs one command line.
 * @param given the arguments behind the program's name
 * @returns the exit code: 0 done, 1 an input could not be used, 2 wrong usage, 3 `--fail-on` found something
 */
export async function run(given: readonly string[], streams: Streams): Promise<number> {
  const argv = commandFirst(given, commands);
  let code: number = exit.done;
  const program = build(argv, streams, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
    if (error instanceof OutputClosed) return exit.done;
    if (streams.env['DEBUG']) throw error;
    if (error instanceof UsageError) return complain(streams, `${error.message} ${hint}`, exit.usage);
    if (error instanceof InputError) return complain(streams, error.message, streams.stop.aborted ? exit.stopped : exit.input);
    const text = error instanceof Error ? error.message : String(error);
    return complain(
      streams,
      `${/[.!?]$/u.test(text) ? text : `${text}.`} This is a fault of cms-timeline; with DEBUG=1 it shows where.`,
      exit.input,
    );
  }
}

async function complain(streams: Streams, sentence: string, code: number): Promise<number> {
  await streams.stderr.write(`cms-timeline: ${safeLines(sentence)}\n`);
  return code;
}

/** Names that users give, and files hold, may be made to move a cursor: nothing in an error does. */
function safeLines(text: string): string {
  return text.split('\n').map(safe).join('\n');
}

function build(argv: readonly string[], streams: Streams, done: (code: number) => void): Command {
  const program = new Command('cms-timeline');
  program
    .description(
      'Shows from the logs of a Cisco Meeting Server who waited in the lobby, who was active, and whose arrival or departure changed it.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) =>
        void streams.stdout.write(text).catch((error: unknown) => done(error instanceof OutputClosed ? exit.done : exit.input)),
      writeErr: (text) => void streams.stderr.write(text),
      // One line: what was wrong, and how to get help.
      outputError: (text, write) => write(`cms-timeline: ${safeLines(text.replace(/^error: /u, '').trim())} ${hint}\n`),
      getOutHelpWidth: () => streams.stdout.columns ?? 100,
      getErrHelpWidth: () => streams.stderr.columns ?? 100,
    });
  const examples = commands.flatMap((specification) => specification.examples.slice(0, 1));
  program.addHelpText('after', exampleText(examples));
  for (const specification of commands) {
    // What the line does not name cannot be called: its options are made only for help.
    const matters = specification.name === defaultCommand || argv.some((word) => word === specification.name || asksForHelp.test(word));
    add(program, matters ? specification : { ...specification, options: [] }, streams, done);
  }
  return program;
}

function add(program: Command, specification: CommandSpecification, streams: Streams, done: (code: number) => void): void {
  const command = program
    .command(specification.name, { isDefault: specification.name === defaultCommand })
    .description(specification.description)
    .argument('[inputs...]', 'files, directories, globs, archives, or - for standard input')
    .addHelpText('after', exampleText(specification.examples))
    .helpOption('-h, --help', 'print this help');
  for (const option of specification.options) addOption(command, option);
  command.action(async (inputs: readonly string[], options: Readonly<Record<string, unknown>>) => {
    done(await specification.run(inputs, options, streams));
  });
}

function addOption(command: Command, option: OptionSpecification): void {
  const made = command.createOption(option.flags, option.description);
  if (option.choices !== undefined) made.choices([...option.choices]);
  if (option.initial !== undefined) made.default(option.initial);
  if (option.repeatable === true) {
    made.default([]).argParser((value: string, before: readonly string[]) => [...before, value]);
  }
  command.addOption(made);
}

function exampleText(examples: readonly string[]): string {
  return examples.length === 0 ? '' : `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`;
}
