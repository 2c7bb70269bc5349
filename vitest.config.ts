import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const report = process.env['VITEST_REPORT'];

export default defineConfig({
  // The same stand-in for jsdom that the bundle has: tests draw with what users draw with.
  resolve: { alias: { jsdom: at('./src/render/svg/dom.ts') } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/bench/**', 'test/**/*.long.test.ts', 'node_modules/**'],
    env: { TZ: 'UTC', FORCE_COLOR: '0' },
    // The same random cases in every build: a build must not fail by chance. FAST_CHECK_SEED tries others.
    setupFiles: ['test/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    server: { deps: { inline: ['d3-node'] } },
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
