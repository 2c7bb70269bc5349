/** Bytes to look into, and the fastest way to the next of them that is not plain text. */
import { scanModule } from './scan-module.ts';

export interface Scanner {
  /** Bytes to read from are put here, with a line end and `scannerMargin` bytes behind them. */
  readonly bytes: Buffer;
  /**
   * The first byte from `at` on that is no plain text: a control character (a line end is one), one beyond ASCII, one of `<[\]^#$%&`, or a
   * colon with another one three bytes further.
   */
  next(at: number): number;
}

/** Bytes behind the text that are read too. */
export const scannerMargin = 32;

const page = 65_536;

/** @param capacity - bytes that have to fit in, margin included */
export function createScanner(capacity: number): Scanner {
  return createWasmScanner(capacity) ?? createPlainScanner(capacity);
}

/** By WebAssembly; null where it is switched off (`--jitless`). */
export function createWasmScanner(capacity: number): Scanner | null {
  if (typeof WebAssembly === 'undefined') return null;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(capacity / page) });
  const module = new WebAssembly.Module(Buffer.from(scanModule, 'base64'));
  const { next } = new WebAssembly.Instance(module, { scan: { memory } }).exports;
  return isNext(next) ? { bytes: Buffer.from(memory.buffer), next } : null;
}

function isNext(value: unknown): value is Scanner['next'] {
  return typeof value === 'function';
}

/** The same in JavaScript: what WebAssembly is held to. */
export function createPlainScanner(capacity: number): Scanner {
  const bytes = Buffer.alloc(capacity);
  const isPlain = plainBytes();
  const next: Scanner['next'] = (from) => {
    let at = from;
    for (;;) {
      const byte = bytes[at] ?? 0;
      if (isPlain[byte] === 0 && (byte !== 0x3a || bytes[at + 3] === 0x3a)) return at;
      at += 1;
    }
  };
  return { bytes, next };
}

function plainBytes(): Uint8Array {
  const isPlain = new Uint8Array(256);
  isPlain.fill(1, 0x20, 0x7f);
  for (const sign of '<[\\]^#$%&:') isPlain[sign.charCodeAt(0)] = 0;
  return isPlain;
}
