/** Reading a guest/host configuration, and what it amounts to: the door of configuration. */
export type { ConfigurationReading } from './collect.ts';
export { compare } from './compare.ts';
export type { Configuration } from './objects.ts';
export { readConfiguration } from './read.ts';
export { type ConfiguredRole, rolesFromConfiguration } from './roles.ts';
export { type SavedFile, savedFiles } from './save.ts';
export type { AnswerText } from './text.ts';
export { spaceVerdicts, verdictOf } from './verdict.ts';
