/** Bytes in: the door of input. */
export { type InputLimits, inputLimits } from './limits.ts';
export { type Opened, openSources, type OpenOptions, standardInputName } from './open.ts';
export { InputError, type InputProblem, type Passed, type Source } from './source.ts';
