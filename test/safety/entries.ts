/** The doors of the program, each fed with something that means harm: what comes out is checked, and nothing may be thrown. */
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { compileGrammar, GrammarError } from '#grammar/index.ts';
import { InputError, openSources } from '#input/index.ts';
import type { Analysis } from '#model/index.ts';
import { renderJson } from '#render/data/json.ts';
import { renderMermaid } from '#render/data/mermaid.ts';
import { renderPerfetto } from '#render/data/perfetto.ts';
import { renderRows } from '#render/data/tables.ts';
import { drawSvg } from '#render/svg/index.ts';
import { createStyle } from '#render/text/style.ts';
import { renderTimeline } from '#render/text/timeline.ts';
import { analyze } from '../../src/analyze.ts';
import { grammar } from '../grammar/support.ts';
import { unsafe } from './support.ts';

const now = Date.UTC(2024, 5, 1);
const version = '0.0.0';
const parseJson = (text: string): unknown => JSON.parse(text);

/** Decoding, framing, repair, grammar, correlation, state machine, findings. */
export function readLog(log: string | Uint8Array): Analysis {
  return analyze(log, { now, keepEvents: true, grammar });
}

/** Intervals are in order, whatever the log says. */
export function checkAnalysis(analysis: Analysis): void {
  for (const { meetings } of analysis.spaces) {
    for (const { participants } of meetings) {
      for (const { intervals } of participants) {
        for (const [index, { from, to }] of intervals.entries()) {
          const before = intervals[index - 1];
          if (before !== undefined) assert.equal(from, before.to);
          if (index < intervals.length - 1) assert.notEqual(to, null);
        }
      }
    }
  }
}

/** Every renderer: nothing for a terminal to obey, and a reader that is not ours takes each format. */
export function checkOutputs(analysis: Analysis): void {
  const texts = {
    text: renderTimeline(analysis, { columns: 80, style: createStyle({ colour: false, unicode: true }), zone: 'UTC', maxLanes: 20 }),
    svg: drawSvg(analysis, { zone: 'UTC', version, redacted: false, maxLanes: 20 }),
    json: [...renderJson(analysis, { version, evidence: 'text' })].join(''),
    mermaid: renderMermaid(analysis, { zone: 'UTC', window: null }),
    perfetto: renderPerfetto(analysis, { version, evidence: 'text', window: null }),
    csv: [...renderRows(analysis, { format: 'csv', table: 'intervals', evidence: 'text', window: null })].join(''),
    events: [...renderRows(analysis, { format: 'csv', table: 'events', evidence: 'text', window: null })].join(''),
    ndjson: [...renderRows(analysis, { format: 'ndjson', table: 'participants', evidence: 'text', window: null })].join(''),
  };
  for (const [name, text] of Object.entries(texts)) assert.deepEqual([name, text.match(unsafe)?.[0]], [name, undefined]);
  parseJson(texts.json);
  parseJson(texts.perfetto);
  for (const line of texts.ndjson.split('\n')) if (line !== '') parseJson(line);
  parse(texts.csv, { columns: true });
  parse(texts.events, { columns: true });
  new SaxesParser().write(texts.svg).close();
}

/** A grammar file is taken, or refused with places and reasons. */
export function readGrammar(text: string): void {
  try {
    compileGrammar([{ name: 'fuzz.grammar', text }]);
  } catch (error) {
    if (!(error instanceof GrammarError)) throw error;
  }
}

/** Archives and compressed files: what cannot be read is a problem with a sentence. Returns how many bytes came out. */
export async function readArchive(bytes: Uint8Array): Promise<number> {
  let total = 0;
  async function* input(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += 1000) yield bytes.subarray(from, from + 1000);
  }
  for await (const opened of openSources(['-'], { standardInput: input() })) {
    if (opened.kind !== 'source') continue;
    try {
      for await (const chunk of opened.open()) total += chunk.length;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
  return total;
}
