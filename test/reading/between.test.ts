/** Records that waited are read between a record that is found where it lies and its event: each says its own. */
import { expect, test } from 'vitest';
import { analyze } from '#analyze.ts';

const space = '4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101';
const leg = (digit: number): string => `6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d1${digit}`;

test('diagnostics, which wait for their end, in front of a log', () => {
  const { events } = analyze(
    [
      'Recent log messages:',
      `10:00:02.000 Info    configuring call ${leg(1)} to be deactivated`,
      `10:00:01.000 Info    configuring call ${leg(2)} to be deactivated`,
      `2024-03-05  10:07:00.000  Info     participant "ann@lab.example" joined space ${space} (Board)`,
      `2024-03-05  10:08:00.000  Info     configuring call ${leg(3)} to be deactivated`,
    ].join('\n'),
    { keepEvents: true, date: Date.UTC(2024, 2, 5) },
  );
  const said = events?.map((event) => ('leg' in event ? event.leg : 'name' in event ? event.name : event.kind));
  expect(said).toEqual([leg(2), leg(1), 'ann@lab.example', leg(3)]);
});
