/** What a space's behaviour suggests about its configuration, in sentences. */
import type { AddressUse, Behaviour, Confidence, Entry, Inference } from '#model/behaviour.ts';
import type { Evidence } from '#model/index.ts';
import { duration } from '../duration.ts';
import { safe } from '../safe.ts';
import { type Sentence, say } from './sentence.ts';

export interface ConfigurationEntry {
  /** The parameter of CMS, or what is told of. */
  readonly what: string;
  readonly value: Sentence;
  readonly confidence: Confidence | null;
  /** Sentences without their ends. */
  readonly because: readonly string[];
  readonly evidence: readonly Evidence[];
}

const scenarioWords = {
  1: 'scenario 1: an address of its own for hosts',
  2: 'scenario 2: one address, and a PIN each for guests and hosts',
  3: 'scenario 3: one address, a PIN for hosts, and guests who let the prompt time out',
  4: 'scenario 4: members sign in as hosts, everybody else is a guest',
} as const;

export function configurationEntries(behaviour: Behaviour): readonly ConfigurationEntry[] {
  const { deactivationMode, deactivationModeTime, pinWait, addresses, scenarios } = behaviour;
  return [
    ...inferred('deactivationMode', deactivationMode, (mode) => mode),
    ...inferred('deactivationModeTime', deactivationModeTime, (ms) => `${ms / 1000} s`),
    ...inferred("guests' wait for a PIN", pinWait, (ms) => `${duration(ms)}, prompt and passcodeTimeout together`),
    ...addresses.map(addressEntry),
    ...scenarios.map(({ scenario, confidence, reasons, doubts }) => ({
      what: 'guests and hosts told apart by',
      value: [scenarioWords[scenario]],
      confidence,
      because: [...reasons, ...doubts.map((doubt) => `but ${doubt}`)].map(safe),
      evidence: [],
    })),
  ];
}

function inferred<Value>(what: string, inference: Inference<Value> | null, write: (value: Value) => string): readonly ConfigurationEntry[] {
  if (inference === null) return [];
  const { value, confidence, because, evidence } = inference;
  return [{ what, value: [write(value)], confidence, because: [safe(because)], evidence }];
}

function addressEntry({ address, guests, hosts, others, guestEntry, hostEntry, evidence }: AddressUse): ConfigurationEntry {
  const users = [
    ...(hosts > 0 ? [`${hosts} ${hosts === 1 ? 'host' : 'hosts'}`] : []),
    ...(guests > 0 ? [`${guests} ${guests === 1 ? 'guest' : 'guests'}`] : []),
    ...(others > 0 ? [`${others} of unknown role`] : []),
  ];
  const because = [...entryWords('guests', guestEntry), ...entryWords('hosts', hostEntry)];
  return { what: 'address', value: say`${{ name: safe(address) }}, called by ${users.join(' and ')}`, confidence: null, because, evidence };
}

/** How long they needed to come in. */
function entryWords(who: string, entry: Entry | null): readonly string[] {
  if (entry === null) return [];
  const { kind, shortestMs, longestMs } = entry;
  switch (kind) {
    case 'single':
    case 'direct':
      return [];
    case 'constant':
      return [`${who} needed the same time to come in, ${duration(shortestMs)}, as when a prompt times out`];
    case 'varying':
      return [`${who} needed ${duration(shortestMs)} to ${duration(longestMs)} to come in, as when people type`];
  }
}

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  probable: 'probable',
  possible: 'possible',
  contradictory: 'contradictory: the log shows one thing now and another then',
};
