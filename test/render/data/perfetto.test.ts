import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '#model/index.ts';
import { renderPerfetto } from '#render/data/perfetto.ts';
import { analyze } from '../../../src/analyze.ts';
import { analysisOf, meeting } from '../../fixtures/build.ts';
import { crowd, cutOff, severalHosts, threeMeetings } from '../../fixtures/meetings.ts';
import { hostileNames, unsafe } from '../hostile.ts';

const samples = new URL('../../../samples/', import.meta.url);
const sample = (name: string): Analysis => analyze([{ name, text: readFileSync(new URL(name, samples)) }], { now: Date.UTC(2026, 10, 24) });

/** The JSON object format of "Trace Event Format", as far as its phases M, X, s, f and i go. */
const common = {
  pid: { type: 'integer', minimum: 1 },
  tid: { type: 'integer', minimum: 1 },
  name: { type: 'string' },
  args: { type: 'object' },
} as const;
const timed = { ...common, ts: { type: 'number', minimum: 0 }, cat: { type: 'string' } } as const;
const shape = (ph: string, properties: object, required: readonly string[]) => ({
  type: 'object',
  properties: { ...properties, ph: { const: ph } },
  required: ['ph', 'pid', 'tid', 'name', ...required],
  additionalProperties: false,
});
const schema = {
  type: 'object',
  required: ['traceEvents'],
  properties: {
    displayTimeUnit: { enum: ['ms', 'ns'] },
    otherData: { type: 'object' },
    traceEvents: {
      type: 'array',
      items: {
        oneOf: [
          shape(
            'M',
            { ...common, name: { enum: ['process_name', 'process_sort_index', 'process_labels', 'thread_name', 'thread_sort_index'] } },
            ['args'],
          ),
          shape('X', { ...timed, dur: { type: 'number', minimum: 0 } }, ['ts', 'dur', 'cat']),
          shape('s', { ...timed, id: { type: 'integer' } }, ['ts', 'id', 'cat']),
          shape('f', { ...timed, id: { type: 'integer' }, bp: { const: 'e' } }, ['ts', 'id', 'cat', 'bp']),
          shape('i', { ...timed, s: { enum: ['g', 'p', 't'] } }, ['ts', 's']),
        ],
      },
    },
  },
  additionalProperties: false,
};
const isTrace = new Ajv({ strict: false }).compile(schema);

interface TraceEvent {
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
  readonly id: number;
  readonly args: Readonly<Record<string, unknown>>;
}

function trace(of: Analysis): readonly TraceEvent[] {
  const text = renderPerfetto(of, { version: '1', evidence: 'lines', window: null });
  expect(text).not.toMatch(unsafe);
  const data: { readonly traceEvents: readonly TraceEvent[] } = JSON.parse(text);
  isTrace(data);
  expect(isTrace.errors ?? []).toEqual([]);
  return data.traceEvents;
}

const hostile = analysisOf(
  [
    meeting(
      hostileNames.map((name, index) => ({
        id: `p${index}`,
        name,
        turns: [{ state: 'lobby', from: index * 1000 } as const],
        left: 60_000,
      })),
    ),
  ],
  { name: hostileNames[0] ?? '' },
);
/** The end of the first meeting is lost, and another follows. */
const lostEnd = {
  ...threeMeetings,
  spaces: threeMeetings.spaces.map((space) => ({
    ...space,
    meetings: [...cutOff.spaces.flatMap(({ meetings }) => meetings), ...space.meetings],
  })),
};

const all: readonly (readonly [string, Analysis])[] = [
  ['scenario 3', sample('scenario-3-pin-timeout.log')],
  ['a long meeting', sample('long-meeting-with-several-hosts.log')],
  ['several hosts', severalHosts],
  ['a log that begins and ends in the middle', cutOff],
  ['three meetings', threeMeetings],
  ['meetings whose ends are lost', lostEnd],
  ['a crowd', crowd(1000)],
  ['hostile names', hostile],
  ['nothing', analysisOf([])],
];

describe('perfetto', () => {
  it.each(all)('of %s is a trace of the format', (_, of) => {
    trace(of);
  });

  it.each(all)('of %s has slices that never overlap on a track', (_, of) => {
    const tracks = Map.groupBy(
      trace(of).filter(({ ph }) => ph === 'X'),
      ({ tid }) => tid,
    );
    for (const slices of tracks.values()) {
      const ordered = slices.toSorted((a, b) => a.ts - b.ts || a.dur - b.dur);
      for (const [index, { ts, dur }] of ordered.entries()) {
        expect(ts + dur).toBeLessThanOrEqual(ordered[index + 1]?.ts ?? Number.POSITIVE_INFINITY);
      }
    }
  });

  it.each(all)('of %s has arrows that begin and end inside of slices, and forward in time', (_, of) => {
    const events = trace(of);
    const slices = Map.groupBy(
      events.filter(({ ph }) => ph === 'X'),
      ({ tid }) => tid,
    );
    const ends = new Map(events.filter(({ ph }) => ph === 'f').map((event) => [event.id, event]));
    const inSlice = ({ tid, ts }: TraceEvent): boolean =>
      slices.get(tid)?.some((slice) => slice.ts <= ts && ts <= slice.ts + slice.dur) ?? false;
    for (const start of events.filter(({ ph }) => ph === 's')) {
      const end = ends.get(start.id);
      expect(inSlice(start)).toBe(true);
      expect(end !== undefined && inSlice(end) && end.ts >= start.ts).toBe(true);
    }
  });

  it('has a process for each space and a track for each participant', () => {
    const names = trace(sample('scenario-3-pin-timeout.log')).filter(({ ph, name }) => ph === 'M' && name.endsWith('_name'));
    expect(names.map(({ name, args }) => `${name} ${args['name']}`)).toEqual([
      'process_name Customer call 12/b',
      'thread_name space',
      'thread_name petra.host@desk.example, host',
      'thread_name 210@desk.example, guest',
      'thread_name 211@desk.example, guest',
    ]);
  });

  it('has an arrow from the host to each guest whom the arrival or departure changed', () => {
    const arrows = trace(sample('scenario-3-pin-timeout.log')).filter(({ ph }) => ph === 's');
    expect(arrows.map(({ name }) => name)).toEqual(['a host joined', 'a host joined', 'the last host left', 'the last host left']);
  });
});
