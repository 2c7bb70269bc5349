/** Bytes in: the door of input. */
export { type FileNumber, type OpenFile, textOfFile } from './file.ts';
export { type InputLimits, inputLimits } from './limits.ts';
export { type Opened, type OpenOptions, openSources, standardInputName } from './open.ts';
export { reasonOf } from './reason.ts';
export { InputError, type InputProblem, type Passed, type Source } from './source.ts';
