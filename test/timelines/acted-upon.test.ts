/** Of a record that correlation does not act upon only the time counts: its event need not be made. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { correlate, type Correlation, isActedUpon } from '#correlation/index.ts';
import { type CmsEvent, instant, type MeetingFacts } from '#model/index.ts';
import { analyze } from '../../src/analyze.ts';

const samples = new URL('../../samples/', import.meta.url);
const logs = readdirSync(samples).filter((name) => name.endsWith('.log'));

function factsBy(events: readonly CmsEvent[], tell: (correlation: Correlation, event: CmsEvent) => void): readonly MeetingFacts[] {
  const facts: MeetingFacts[] = [];
  const correlation = correlate({ meeting: (each) => facts.push(each), stray: () => undefined });
  for (const event of events) tell(correlation, event);
  correlation.finish();
  return facts;
}

test.each(logs)('%s: passing gives the same meetings as stepping', (name) => {
  const text = readFileSync(new URL(name, samples));
  const { events = [] } = analyze([{ name, text }], { keepEvents: true, now: Date.UTC(2026, 10, 24) });
  const stepped = factsBy(events, (correlation, event) => correlation.step(event));
  const passed = factsBy(events, (correlation, event) => {
    const { kind, record } = event;
    if (isActedUpon(kind)) correlation.step(event);
    else correlation.pass(kind, record.host, record.at);
  });
  expect(passed).toEqual(stepped);
  expect(stepped.length).toBeGreaterThan(0);
});

test('what happens to legs and spaces is acted upon, what only goes with it is not', () => {
  expect(isActedUpon('participant-joined-space')).toBe(true);
  expect(isActedUpon('leg-deactivated')).toBe(true);
  expect(isActedUpon('call-ringing')).toBe(false);
  expect(isActedUpon('login-failed')).toBe(false);
});

test('a ringing call alone shows that calls are logged: who joins then is active', () => {
  const joined = '2024-03-05  10:00:01.000  Info     participant "ann" joined space 1f6e1f3c-52a1-4a5e-8a4f-5d2c0b8e7a10 (Board)';
  const { events = [] } = analyze(joined, { keepEvents: true });
  const at = instant(Date.UTC(2024, 2, 5, 10));
  const [told] = factsBy(events, (correlation, event) => {
    correlation.pass('call-ringing', event.record.host, at);
    correlation.step(event);
  });
  const [untold] = factsBy(events, (correlation, event) => correlation.step(event));
  expect(told?.presences[0]?.activationLogged).toBe(true);
  expect(untold?.presences[0]?.activationLogged).toBe(false);
});
