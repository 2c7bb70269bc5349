/** Runs the command line with the streams of the process. */
import { processStreams } from './commands/process.ts';
import { run } from './cli.ts';

process.exitCode = await run(process.argv.slice(2), processStreams());
