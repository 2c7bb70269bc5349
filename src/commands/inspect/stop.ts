/** Putting the program aside, as Ctrl-Z does it to programs that do not take its key. */

/** Stops this job; comes back when it is continued. */
export function stopProcess(): Promise<void> {
  // Windows knows no such thing: there the key does nothing.
  if (process.platform === 'win32') return Promise.resolve();
  return new Promise((resolve) => {
    // A signal that is waited for keeps no process alive, and the keyboard is not read meanwhile.
    const alive = setInterval(() => undefined, 60_000);
    process.once('SIGCONT', () => {
      clearInterval(alive);
      resolve();
    });
    // The whole group: who started the program (npm, a script) has to stop with it, or the shell would wait.
    process.kill(0, 'SIGTSTP');
  });
}
