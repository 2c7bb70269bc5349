/** A named pipe as an input: it waits for a writer as every reader of one does, but holds no thread, so that Ctrl-C can end the program. */
import { close, constants, createReadStream, openSync } from 'node:fs';

export async function* namedPipe(path: string): AsyncGenerator<Uint8Array> {
  const { Socket } = await import('node:net');
  const ends = open(path);
  if (ends === null) {
    yield* createReadStream(path);
    return;
  }
  let placeholder: number | null = ends.placeholder;
  const release = (): void => {
    if (placeholder !== null) close(placeholder);
    placeholder = null;
  };
  try {
    for await (const chunk of new Socket({ fd: ends.reader, readable: true, writable: false })) {
      release();
      if (chunk instanceof Uint8Array) yield chunk;
    }
  } finally {
    release();
  }
}

/** A writer of our own stands in until there is one, or the pipe would be over before it begins. null = the system does not have it so. */
function open(path: string): { readonly reader: number; readonly placeholder: number } | null {
  try {
    const placeholder = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    return { placeholder, reader: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK) };
  } catch {
    return null;
  }
}
