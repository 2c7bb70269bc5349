/** The inspector on the terminal. It draws what `screenOf` computes, and hands keys on. */
import { Box, Text, useApp, useInput, useIsScreenReaderEnabled } from 'ink';
import { useEffect, useSyncExternalStore } from 'react';
import type { Style } from '#render/text/style.ts';
import { keysOf } from './press.ts';
import { screenOf } from './screen.ts';
import { speechOf } from './speech.ts';
import type { Store } from './store.ts';

export interface InspectorProps {
  readonly store: Store;
  readonly style: Style;
  /** Told how to hand the terminal over for a while. */
  readonly onReady: (suspend: (callback: () => Promise<void>) => Promise<void>) => void;
}

export function InspectorApp({ store, style, onReady }: InspectorProps) {
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { suspendTerminal } = useApp();
  const speaks = useIsScreenReaderEnabled();
  useInput((input, key) => store.press(keysOf(input, key)));
  useEffect(() => onReady(async (callback) => void (await suspendTerminal(callback))), [onReady, suspendTerminal]);
  if (speaks) return <Text>{speechOf(state).join('\n')}</Text>;
  const lines = screenOf(state, style);
  return (
    <Box flexDirection="column" width={state.size.columns} height={state.size.rows}>
      <Text wrap="truncate-end">{lines.join('\n')}</Text>
    </Box>
  );
}
