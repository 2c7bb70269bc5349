/** From texts to a configuration: the reader as one function. */
import { type ConfigurationReading, collect } from './collect.ts';
import { gatherer } from './gather.ts';
import { passcodeRegister } from './passcodes.ts';
import type { AnswerText } from './text.ts';

/**
 * Reads saved answers, documents, and logs with API traces as one configuration.
 * Never fails: what cannot be read is among the notices, and inputs without any answer are named as empty.
 */
export function readConfiguration(texts: Iterable<AnswerText>): ConfigurationReading {
  const gather = gatherer(passcodeRegister());
  for (const text of texts) gather.add(text);
  return collect(gather.finish());
}
