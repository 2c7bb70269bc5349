/** Putting the program aside, as Ctrl-Z does it to programs that do not take its key. */

/** Stops this job; comes back when it is continued. */
export function stopProcess(): Promise<void> {
  // Windows knows no such thing: there the key does nothing.
  if (process.platform === 'win32') return Promise.resolve();
  return new Promise((resolve) => {
    process.once('SIGCONT', () => resolve());
    // The whole group: who started the program (npm, a script) has to stop with it, or the shell would wait.
    process.kill(0, 'SIGTSTP');
  });
}
