/** `inspect`: the interactive inspector. Here it meets files, the clipboard and the process; what it shows is `render/inspector`. */
import { setTimeout } from 'node:timers/promises';
import type { OpenInspector } from '#render/inspector/index.tsx';
import type { Inspector, Wish } from '#render/inspector/state.ts';
import { initialState } from '#render/inspector/state.ts';
import { withFound, withMessage } from '#render/inspector/told.ts';
import { createStyle } from '#render/text/style.ts';
import { copySequence } from './inspect/clipboard.ts';
import { catchFaults, type Device, openDevice, restoreScreen } from './inspect/device.ts';
import { createReader, emptyBook, type Reader } from './inspect/reader.ts';
import { saveDiagram } from './inspect/save.ts';
import { keepPausesShort } from './inspect/short-pauses.ts';
import { createStops } from './inspect/stop.ts';
import { see } from './seen.ts';
import { show } from './show.ts';
import { flag, type RawOptions, text } from './specification.ts';
import type { Streams } from './streams.ts';
import { colourDepth, wantsColour, wantsUnicode } from './terminal.ts';

export async function inspect(inputs: readonly string[], options: RawOptions, streams: Streams): Promise<number> {
  // Nothing to read: the sentence that says so comes from reading.
  if (inputs.length === 0 && streams.stdin.isTTY === true && !flag(options, 'paste')) return (await see(inputs, options, streams)).code;
  const device = openDevice(streams, flag(options, 'paste'));
  if (typeof device === 'string') {
    await streams.stderr.write(`cms-timeline: ${device}; this is what \`show\` prints.\n`);
    return show(inputs, options, streams);
  }
  if (!flag(options, 'paste')) device.attend();
  const notes: string[] = [];
  // What is said while the screen is open would be lost on it.
  const note = flag(options, 'paste') ? streams.stderr.write : async (words: string | Uint8Array) => void notes.push(String(words));
  keepPausesShort();
  const reader = createReader(inputs, options, { ...streams, stderr: { isTTY: false, columns: null, write: note } });
  try {
    return await held({ options, streams, device, reader });
  } finally {
    await reader.stop();
    device.close();
    for (const words of notes) await streams.stderr.write(words);
  }
}

interface Session {
  readonly options: RawOptions;
  readonly streams: Streams;
  readonly device: Device;
  readonly reader: Reader;
}

/** Milliseconds after which the screen opens though nothing was read. */
const patience = 700;

async function held(session: Session): Promise<number> {
  const { options, streams, device, reader } = session;
  const loading = import('#render/inspector/index.tsx');
  const screen = Promise.withResolvers<OpenInspector>();
  const reading = reader.read((change) => void screen.promise.then(({ tell }) => tell(change)));
  // The screen opens with the first meetings: what is wrong before them is said where everything else is said. A pipe may be slow.
  // What is pasted has the terminal to itself until its end.
  if (flag(options, 'paste')) await reading;
  else await Promise.race([reader.begun, reading, setTimeout(patience, null, { ref: false })]);
  if (streams.stop.aborted) return 130;
  const { openInspector } = await loading;
  const style = createStyle({
    colour: wantsColour(streams.stdout, streams.env),
    unicode: wantsUnicode(streams.env),
    depth: colourDepth(streams.env),
    theme: themeOf(options),
  });
  const { stdin, stdout } = device;
  const stops = createStops();
  const opened = openInspector({
    ...{ stdin, stdout, style, stop: stops.stop },
    screenReader: streams.env['INK_SCREEN_READER'] === 'true' || flag(options, 'screenReader'),
    initial: initialState({ columns: stdout.columns, rows: stdout.rows }, emptyBook()),
    outside: {
      lines: (need) => reader.lines(need),
      foresee: (entries) => reader.foresee(entries),
      perform: (wish, state) => void perform(wish, state, session, opened),
    },
  });
  screen.resolve(opened);
  const failed = Promise.withResolvers<number>();
  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    failures.push(error);
    try {
      opened.close();
    } catch (second) {
      // It cannot even close: the first fault is the one to tell of.
      restoreScreen(device);
      failed.reject(second);
    }
  };
  reading.catch(fail);
  const release = [catchFaults(fail), stops.attend(opened.suspend, opened.retake)];
  // Ctrl-C is a key here; this is the signal, from elsewhere.
  streams.stop.addEventListener('abort', () => opened.close(130));
  const code = await Promise.race([opened.closed, failed.promise])
    .catch((error: unknown) => failures.push(error))
    .finally(() => {
      for (const end of release) end();
    });
  if (failures.length > 0) throw failures[0];
  return code === 0 ? reader.code() : code;
}

function themeOf(options: RawOptions): 'auto' | 'light' | 'dark' {
  const theme = text(options, 'theme');
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

async function perform(wish: Wish, state: Inspector, { streams, device, reader }: Session, { tell }: OpenInspector): Promise<void> {
  const say = (words: string, tone: 'plain' | 'warning' | 'error' = 'plain'): void =>
    tell((now) => withMessage(now, { text: words, tone }));
  switch (wish.kind) {
    case 'copy': {
      const sequence = copySequence(wish.text, streams.env);
      if (sequence === null) return say(`${wish.what} is too long for the clipboard of a terminal`, 'warning');
      device.stdout.write(sequence);
      return say(`copied: ${wish.what}`);
    }
    case 'save':
      say(`saving ${wish.format.toUpperCase()} …`);
      return saveDiagram(state, wish.format, ({ input, line }) => reader.lines({ input, first: line, count: 1 }).lines[0] ?? null).then(
        (name) => say(`saved as ${name}`),
        (error: unknown) => say(`not saved: ${error instanceof Error ? error.message : String(error)}`, 'error'),
      );
    case 'find': {
      const line = await reader.find(wish.input, wish.text, wish.line, wish.direction);
      return tell((now) => withFound(now, line));
    }
    case 'quit':
    case 'suspend':
      return;
  }
}
