/** Loads what needs chevrotain when it is needed, for that is a tenth of a start, and most logs need none of it. */
import { createRequire } from 'node:module';
import { once } from './once.ts';

/** Where the build put it. */
declare const __REFERENCE__: string | undefined;

/** Records are read one after the other, so that nothing can wait for a module to come. */
export const reference = once((): typeof import('./reference.ts') =>
  createRequire(import.meta.url)(typeof __REFERENCE__ === 'string' ? __REFERENCE__ : './reference.ts'),
);
