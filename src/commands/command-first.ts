/** `cms-timeline [options] [command] [inputs…]`: options may stand in front of the command they are of. */
import type { CommandSpecification } from './specification.ts';

/** The arguments with the command in front, where one is named. A word that is the value of an option is none. */
export function commandFirst(argv: readonly string[], commands: readonly CommandSpecification[]): readonly string[] {
  const [first] = argv;
  if (first === undefined || !first.startsWith('-')) return argv;
  const place = firstOperand(argv, commands);
  const word = argv[place];
  if (word === undefined || (word !== 'help' && !commands.some(({ name }) => name === word))) return argv;
  return [word, ...argv.slice(0, place), ...argv.slice(place + 1)];
}

function firstOperand(argv: readonly string[], commands: readonly CommandSpecification[]): number {
  const flags = commands.flatMap(({ options }) => options.map((option) => option.flags));
  const valued = new Set(flags.flatMap((each) => (each.includes('<') ? each.split(/,? /u).filter((part) => part.startsWith('-')) : [])));
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word === '--') return argv.length;
    if (!word.startsWith('-') || word === '-') return at;
    if (valued.has(word)) at += 1;
  }
  return argv.length;
}
