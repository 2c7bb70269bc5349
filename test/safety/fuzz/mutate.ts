/** Texts and bytes, changed: most of what comes out is still nearly right, which is where faults hide. */
import { pieces } from '../mutations.ts';
import type { Random } from './random.ts';

/** A text changed in a few places: pieces put in, taken out, doubled or moved; by lines, and by signs. */
export function mutate(text: string, random: Random): string {
  let changed = text;
  for (let changes = random.below(5); changes > 0; changes--) {
    const at = random.below(changed.length + 1);
    const length = random.below(4) === 0 ? random.below(200) : random.below(9);
    const [before, taken, after] = [changed.slice(0, at), changed.slice(at, at + length), changed.slice(at + length)];
    switch (random.below(7)) {
      case 0:
      case 1:
        changed = `${before}${random.of(pieces)}${taken}${after}`;
        break;
      case 2:
        changed = `${before}${after}`;
        break;
      case 3:
        changed = `${before}${taken}${taken}${after}`;
        break;
      case 4:
        changed = `${before}${random.of(pieces)}${after}`;
        break;
      case 5:
        changed = `${before}${String.fromCharCode(random.below(random.below(4) === 0 ? 65_536 : 256))}${taken}${after}`;
        break;
      default:
        changed = linesMoved(changed, random);
    }
  }
  return changed;
}

function linesMoved(text: string, random: Random): string {
  const lines = text.split('\n');
  const [line] = lines.splice(random.below(lines.length), 1);
  lines.splice(random.below(lines.length + 1), 0, line ?? '');
  if (random.below(3) === 0) lines.push(lines[random.below(lines.length)] ?? '');
  return lines.join('\n');
}

/** Bytes changed: some overwritten, some cut away, some doubled. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = Buffer.from(bytes);
  if (random.below(3) === 0) changed = changed.subarray(0, random.below(changed.length + 1));
  if (random.below(5) === 0) {
    const at = random.below(changed.length + 1);
    const part = changed.subarray(at, at + random.below(600));
    changed = Buffer.concat([changed.subarray(0, at), part, part, changed.subarray(at)]);
  }
  for (let changes = random.below(8); changes > 0 && changed.length > 0; changes--)
    changed[random.below(changed.length)] = random.below(256);
  return changed;
}
