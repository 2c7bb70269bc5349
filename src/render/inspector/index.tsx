/** The door of the inspector: opens it on a terminal, and says when it is left. */
import { render } from 'ink';
import type { Style } from '#render/text/style.ts';
import { InspectorApp } from './app.tsx';
import { createPainter } from './painter.ts';
import type { Inspector, Wish } from './state.ts';
import { type Change, createStore, type Outside } from './store.ts';
import { withSize } from './told.ts';

export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WriteStream;
}

export interface OpenOptions extends Terminal {
  readonly style: Style;
  readonly screenReader: boolean;
  readonly initial: Inspector;
  /** Raw lines, and everything a key wishes but quitting and suspending. */
  readonly outside: Outside;
  /** Stops the process until it is continued. */
  readonly stop: () => Promise<void>;
}

export interface OpenInspector {
  tell(change: Change): void;
  state(): Inspector;
  /** The exit code, once the terminal is as it was. Throws what failed while drawing. */
  readonly closed: Promise<number>;
  close(code?: number): void;
  /** Puts the program aside, as its key does. */
  suspend(): void;
  /** Takes the terminal anew, because others had it. */
  retake(): void;
}

/** Opens the inspector. */
export function openInspector({ stdin, stdout, style, screenReader, initial, outside, stop }: OpenOptions): OpenInspector {
  let code = 0;
  let fault: { readonly error: unknown } | null = null;
  let suspend: ((callback: () => Promise<void>) => Promise<void>) | null = null;
  /** Gives the terminal to others for a while. */
  const handOver = (during: () => Promise<void>): void => {
    // The shell would hear the wheel: it is given back first.
    store.tell((now) => ({ ...now, mouse: false }));
    setImmediate(() => void suspend?.(during).then(resized));
  };
  const perform = (wish: Wish, state: Inspector): void => {
    switch (wish.kind) {
      case 'quit':
        code = wish.code;
        instance.unmount();
        return;
      case 'suspend':
        return handOver(stop);
      case 'copy':
      case 'save':
      case 'find':
        outside.perform(wish, state);
        return;
    }
  };
  const store = createStore(initial, { ...outside, perform });
  const write = (text: string): void => void stdout.write(text);
  const painter = screenReader ? null : createPainter(write);
  const resized = (): void => {
    painter?.forget();
    store.tell((state) => withSize(state, { columns: stdout.columns, rows: stdout.rows }));
  };
  const ready = (hand: (callback: () => Promise<void>) => Promise<void>): void => {
    suspend = hand;
  };
  const failed = (error: unknown): void => {
    fault ??= { error };
    instance.unmount();
  };
  const instance = render(<InspectorApp {...{ store, style, write, painter }} onReady={ready} onFault={failed} />, {
    ...{ stdin, stdout },
    alternateScreen: !screenReader,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: screenReader,
  });
  // Behind ink's own listener, which may clear what it takes for its own.
  stdout.on('resize', resized);
  const closed = instance.waitUntilExit().then(() => {
    // Sentences stay on the screen: the prompt begins a line of its own below them.
    if (screenReader) stdout.write('\n');
    if (fault !== null) throw fault.error;
    return code;
  });
  return {
    tell: store.tell,
    state: store.state,
    closed: closed.finally(() => stdout.off('resize', resized)),
    suspend: () => handOver(stop),
    retake: () => handOver(() => Promise.resolve()),
    close(exit = 0) {
      code = exit;
      instance.unmount();
    },
  };
}
