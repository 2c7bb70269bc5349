/** Bytes in: the door of input. */
export { openSources, standardInputName, type OpenOptions } from './open.ts';
export { InputError, type InputProblem, type Source } from './source.ts';
