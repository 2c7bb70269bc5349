/** Configurations for tests: XML as literals, read and judged. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnswerText, type ConfigurationReading, readConfiguration, verdictOf } from '#configuration/index.ts';
import type { Outcome, SpaceVerdict, Verdict } from '#model/verdict.ts';

export const samples = fileURLToPath(new URL('../../../samples/configuration/', import.meta.url));

/** A text as an input of its own, or by name. */
type Text = string | readonly [name: string, text: string];

export function reading(...texts: readonly Text[]): ConfigurationReading {
  return readConfiguration(
    texts.map((each, index) => (typeof each === 'string' ? answer(`answers-${index + 1}.xml`, each) : answer(each[0], each[1]))),
  );
}

function answer(input: string, text: string): AnswerText {
  return { input, text, path: null, line: 1 };
}

export function judged(...texts: readonly Text[]): Verdict {
  return verdictOf(reading(...texts), null);
}

/** The last answer for the one space of a configuration. */
export function soleSpace(verdict: Verdict): SpaceVerdict {
  const last = verdict.spaces.at(-1);
  if (last === undefined) throw new Error('no space was read');
  return last;
}

/** Name of the way in → outcome: what a test states. */
export function outcomes({ ways }: SpaceVerdict): Readonly<Record<string, Outcome>> {
  return Object.fromEntries(ways.map(({ name, outcome }) => [name, outcome]));
}

export function codes({ faults }: SpaceVerdict): readonly string[] {
  return faults.map(({ code }) => code);
}

/** All XML files below a folder of the samples, by their path from there. */
export function sampleTexts(folder: string): readonly (readonly [string, string])[] {
  const root = join(samples, folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [relative(samples, path), readFileSync(path, 'utf8')]);
}
