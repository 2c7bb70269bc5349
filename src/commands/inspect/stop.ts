/** Putting the program aside, and coming back: by its key, or by signals from elsewhere (`kill -TSTP`, `kill -STOP`). */

export interface Stops {
  /** Stops this job; comes back when it is continued. */
  stop(): Promise<void>;
  /**
   * Has signals from elsewhere heard until the function that is returned is called.
   * @param asked somebody wants the program put aside: has to lead to `stop`, once the terminal is given back
   * @param back it was stopped without being asked, and the shell has had the terminal meanwhile
   */
  attend(asked: () => void, back: () => void): () => void;
}

export function createStops(): Stops {
  let heard: { readonly asked: () => void; readonly back: () => void } | null = null;
  const listen = (): void => {
    if (heard === null) return;
    process.on('SIGTSTP', heard.asked);
    process.on('SIGCONT', heard.back);
  };
  const deafen = (): void => {
    if (heard === null) return;
    process.off('SIGTSTP', heard.asked);
    process.off('SIGCONT', heard.back);
  };
  return {
    stop() {
      // Windows knows no such thing: there the key does nothing.
      if (process.platform === 'win32') return Promise.resolve();
      // A signal that is listened to stops nobody.
      deafen();
      return new Promise((resolve) => {
        // A signal that is waited for keeps no process alive, and the keyboard is not read meanwhile.
        const alive = setInterval(() => undefined, 60_000);
        process.once('SIGCONT', () => {
          clearInterval(alive);
          listen();
          resolve();
        });
        // The whole group: who started the program (npm, a script) has to stop with it, or the shell would wait.
        process.kill(0, 'SIGTSTP');
      });
    },
    attend(asked, back) {
      heard = { asked, back };
      listen();
      return () => {
        deafen();
        heard = null;
      };
    },
  };
}
