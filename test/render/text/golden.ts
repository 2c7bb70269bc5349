/** Golden files that a person checks by eye. `UPDATE_GOLDEN=1 npm test` writes them anew: look at the difference before you believe it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export function golden(name: string, found: string): void {
  const file = fileURLToPath(new URL(`golden/${name}`, import.meta.url));
  if (process.env['UPDATE_GOLDEN'] !== undefined || !existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, found);
  }
  expect(found).toBe(readFileSync(file, 'utf8'));
}

/** Escape sequences, visible: `{33}░{0}`. */
export function visible(text: string): string {
  return text.replace(/\u001b\[([\d;]*)m/gu, '{$1}');
}

/** Without colours, as a terminal counts columns. */
export function bare(text: string): string {
  return text.replace(/\u001b\[[\d;]*m/gu, '');
}
