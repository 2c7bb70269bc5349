/** All that needs chevrotain: the reference way to read messages, and the notation of grammar files. */
export { compile, compileByNeed } from './compile.ts';
export { NotationReader } from './notation.ts';
