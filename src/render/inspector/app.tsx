/** The inspector on the terminal. It shows what `screenOf` computes, and hands keys on. */
import { Box, Text, useApp, useInput, useIsScreenReaderEnabled } from 'ink';
import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react';
import type { Style } from '#render/text/style.ts';
import type { Painter } from './painter.ts';
import { keysOf } from './press.ts';
import { screenOf } from './screen.ts';
import { speechOf } from './speech.ts';
import type { Inspector } from './state.ts';
import type { Store } from './store.ts';

export interface InspectorProps {
  readonly store: Store;
  readonly style: Style;
  /** Draws the screen; null = ink does, as it does for those who hear it. */
  readonly painter: Painter | null;
  /** Told how to hand the terminal over for a while. */
  readonly onReady: (suspend: (callback: () => Promise<void>) => Promise<void>) => void;
}

export function InspectorApp({ store, style, painter, onReady }: InspectorProps) {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { suspendTerminal } = useApp();
  const speaks = useIsScreenReaderEnabled();
  useInput((input, key) => store.press(keysOf(input, key)));
  useEffect(() => onReady(async (callback) => void (await suspendTerminal(callback))), [onReady, suspendTerminal]);
  if (speaks) return <Text>{speechOf(state).join('\n')}</Text>;
  const lines = screenOf(state, style);
  return painter === null ? <Frame lines={lines} size={state.size} /> : <Painted lines={lines} painter={painter} />;
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
