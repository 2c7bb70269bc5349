/** Runs the command line with the streams of the process. */
import { run } from './cli.ts';
import { processStreams } from './commands/process.ts';

const streams = processStreams();
process.exitCode = await run(process.argv.slice(2), streams);
// An input that goes on for ever must not keep a program that was told to stop.
if (streams.stop.aborted) process.exit();
