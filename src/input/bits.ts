/** Bits of bytes, the highest first. */

export interface Bits {
  /** The next bits as a number, at most 32. @throws Error where there are no more */
  read(count: number): number;
  /** The next 20 bits, which stay; zeros behind the end. */
  ahead20(): number;
  /** @throws Error where there are no more */
  skip(count: number): void;
  /** How many bits have been read, those that were begun included. */
  at(): number;
}

export function createBits(bytes: Uint8Array, begun: number): Bits {
  const end = bytes.length * 8;
  let at = begun;
  const skip = (count: number): void => {
    at += count;
    if (at > end) throw new Error('cut off');
  };
  const upTo24 = (count: number): number => {
    const byte = at >> 3;
    const word = ((bytes[byte] ?? 0) << 24) | ((bytes[byte + 1] ?? 0) << 16) | ((bytes[byte + 2] ?? 0) << 8) | (bytes[byte + 3] ?? 0);
    return (word << (at & 7)) >>> (32 - count);
  };
  return {
    read(count) {
      if (count > 24) return this.read(count - 16) * 65_536 + this.read(16);
      const value = upTo24(count);
      skip(count);
      return value;
    },
    ahead20: () => upTo24(20),
    skip,
    at: () => at,
  };
}
