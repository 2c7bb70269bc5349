/** The inspector on the terminal. It shows what `screenOf` computes, and hands keys on. */
import { Box, Text, useApp, useInput, useIsScreenReaderEnabled, useStdin } from 'ink';
import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import type { Style } from '#render/text/style.ts';
import type { Painter } from './painter.ts';
import { keysOf, wheelsIn } from './press.ts';
import { screenOf } from './screen.ts';
import { speechOf } from './speech.ts';
import type { Inspector } from './state.ts';
import type { Store } from './store.ts';

export interface InspectorProps {
  readonly store: Store;
  readonly style: Style;
  /** Writes past ink, to the terminal itself. */
  readonly write: (text: string) => void;
  /** Draws the screen; null = ink does, as it does for those who hear it. */
  readonly painter: Painter | null;
  /** Told how to hand the terminal over for a while. */
  readonly onReady: (suspend: (callback: () => Promise<void>) => Promise<void>) => void;
  /** Told of a fault in what draws: React would take all down without a word where its own page of faults fails, too. */
  readonly onFault: (error: unknown) => void;
}

export function InspectorApp({ store, style, write, painter, onReady, onFault }: InspectorProps) {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { suspendTerminal } = useApp();
  const speaks = useIsScreenReaderEnabled();
  useInput((input, key) => store.press(keysOf(input, key)));
  useEffect(() => onReady(async (callback) => void (await suspendTerminal(callback))), [onReady, suspendTerminal]);
  const lines = drawn(() => (speaks ? speechOf(state) : screenOf(state, style)), onFault);
  if (speaks || lines === null) return <Text>{lines?.join('\n')}</Text>;
  return (
    <>
      {state.mouse ? <Wheel store={store} write={write} /> : null}
      {painter === null ? <Frame lines={lines} size={state.size} /> : <Painted lines={lines} painter={painter} />}
    </>
  );
}

/** null = it failed, and that is told as soon as React is done. */
function drawn(draw: () => readonly string[], onFault: (error: unknown) => void): readonly string[] | null {
  try {
    return draw();
  } catch (error) {
    setImmediate(onFault, error);
    return null;
  }
}

interface FrameProps {
  readonly lines: readonly string[];
  readonly size: Inspector['size'];
}

function Frame({ lines, size }: FrameProps) {
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Text wrap="truncate-end">{lines.join('\n')}</Text>
    </Box>
  );
}

interface PaintedProps {
  readonly lines: readonly string[];
  readonly painter: Painter;
}

/** What ink has to draw is nothing: the painter has the screen. */
function Painted({ lines, painter }: PaintedProps) {
  useLayoutEffect(() => painter.paint(lines), [lines, painter]);
  return null;
}

/** Asks the terminal for its wheel (mode 1000, told as in 1006), and gives it back however the inspector ends. */
function Wheel({ store, write }: Pick<InspectorProps, 'store' | 'write'>) {
  const { stdin } = useStdin();
  useLayoutEffect(() => {
    // ink takes what no key sends for nothing; it reads, and this listener hears what it reads.
    const hear = (sent: unknown): void => store.press(wheelsIn(String(sent)));
    stdin.on('data', hear);
    write('\u001b[?1000h\u001b[?1006h');
    return () => {
      stdin.off('data', hear);
      write('\u001b[?1006l\u001b[?1000l');
    };
  }, [stdin, store, write]);
  return null;
}
