/** Bytes to look into, and the fastest way to the next of them that is not plain text. */
import { scanModule } from './scan-module.ts';

export interface Scanner {
  /** Bytes to read from are put here, with a line end and `scannerMargin` bytes behind them. */
  readonly bytes: Buffer;
  /** These bytes as a memory of WebAssembly; null = they are none. */
  readonly memory: WebAssembly.Memory | null;
  /**
   * The first byte from `at` on that is no plain text: a control character (a line end is one), one beyond ASCII, one of `<[\]^#$%&`, or a
   * colon with another one three bytes further.
   */
  next(at: number): number;
  /** What {@link Lane} is made of; null = there is none. */
  readonly lane: { readonly board: number; readonly pass: Pass } | null;
}

/** `pass` of `scan.wat`. */
type Pass = (at: number, limit: number) => number;

/** Bytes behind the text that are read too. */
export const scannerMargin = 32;

/** Where on the board the bits of beginnings lie, and what it takes in all. */
export const beginningBits = 4096;
export const boardSize = beginningBits + 8192 + 32;

const page = 65_536;

/** @param capacity - bytes that have to fit in, margin included */
export function createScanner(capacity: number): Scanner {
  return createWasmScanner(capacity) ?? createPlainScanner(capacity);
}

/** By WebAssembly; null where it is switched off (`--jitless`). */
export function createWasmScanner(capacity: number): Scanner | null {
  if (typeof WebAssembly === 'undefined') return null;
  const board = Math.ceil(capacity / 64) * 64;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((board + boardSize) / page) });
  const module = new WebAssembly.Module(Buffer.from(scanModule, 'base64'));
  const { next, pass } = new WebAssembly.Instance(module, { scan: { memory, board } }).exports;
  return isNext(next) && isPass(pass) ? { bytes: Buffer.from(memory.buffer), memory, next, lane: { board, pass } } : null;
}

function isNext(value: unknown): value is Scanner['next'] {
  return typeof value === 'function';
}

function isPass(value: unknown): value is Pass {
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
  return { bytes, memory: null, next, lane: null };
}

function plainBytes(): Uint8Array {
  const isPlain = new Uint8Array(256);
  isPlain.fill(1, 0x20, 0x7f);
  for (const sign of '<[\\]^#$%&:') isPlain[sign.charCodeAt(0)] = 0;
  return isPlain;
}
