/** Changes of logs and files that know how they are built: most of what comes out is still nearly right, which is where faults hide. */
import fc from 'fast-check';

const guid = '6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11';
/** Pieces that mean something to one of the stages. */
export const pieces = [
  ...[
    '"',
    '""',
    '\u201c',
    '\u00e2\u0080\u009d',
    "'",
    '(',
    ')',
    '<',
    '>',
    '</td>',
    '&quot;',
    '&#x1b;',
    '\u001b[31m',
    '#033[0m',
    '\\n',
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\0',
  ],
  ...[
    '\u00a0',
    '\u200b',
    '\u202e',
    '\u2028',
    '\ufeff',
    '\u009b',
    '\ud800',
    '\udc00',
    '\u0301'.repeat(20),
    ' '.repeat(90),
    'x'.repeat(5000),
  ],
  ...[guid, guid.slice(0, 20), guid.toUpperCase(), `${guid.slice(0, 9)}\n${guid.slice(9)}`],
  ...[
    '2024-03-05  10:00:00.000  Info     ',
    'Mar  5 10:00:01 user.info cms1 host:server:  INFO : ',
    '<13>1 2024-02-30T25:61:61Z',
    '> ',
    '| ',
    '12: ',
  ],
  ...[
    'call 1: ',
    'call 99999999999999999999: ',
    'participant "',
    '" joined space ',
    '" left space ',
    ' to be deactivated',
    '{"message":"',
    '","x":[',
    ',"a""b",',
  ],
  ...['Feb 29 23:59:60', '1969-12-31 23:59:59', '9999-12-31  23:59:59.999', '-', '%s', '$1', '__proto__', 'constructor', '=1+1'],
] as const;

interface Change {
  readonly kind: 'insert' | 'delete' | 'repeat' | 'move' | 'replace';
  readonly at: number;
  readonly to: number;
  readonly length: number;
  readonly piece: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'repeat', 'move', 'replace'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 8 }) }, fc.integer({ min: 1, max: 200 })),
  piece: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary', maxLength: 12 })),
});

/** Changes a list of units: lines, or signs. */
function apply(units: readonly string[], { kind, at, to, length, piece }: Change): string[] {
  const from = Math.floor(at * units.length);
  const until = Math.min(units.length, from + length);
  const taken = units.slice(from, until);
  const [before, after] = [units.slice(0, from), units.slice(until)];
  switch (kind) {
    case 'insert':
      return [...before, piece, ...units.slice(from)];
    case 'delete':
      return [...before, ...after];
    case 'repeat':
      return [...before, ...taken, ...taken, ...after];
    case 'replace':
      return [...before, piece, ...after];
    case 'move': {
      const rest = [...before, ...after];
      const place = Math.floor(to * rest.length);
      return [...rest.slice(0, place), ...taken, ...rest.slice(place)];
    }
  }
}

/** Texts made of one of these by changes of lines first and of signs then. */
export function mutated(seeds: readonly string[]): fc.Arbitrary<string> {
  const changes = fc.array(change, { maxLength: 6 });
  return fc.tuple(fc.constantFrom(...seeds), changes, changes).map(([seed, ofLines, ofSigns]) => {
    const lines = ofLines.reduce<readonly string[]>(apply, seed.split(/(?<=\n)/u)).join('');
    return ofSigns.reduce<readonly string[]>(apply, Array.from(lines)).join('');
  });
}

/** Bytes made of one of these: some overwritten, some cut away, some doubled. */
export function mutatedBytes(seeds: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const bytes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 255 })), { maxLength: 8 });
  const ends = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
  return fc.tuple(fc.constantFrom(...seeds), bytes, ends).map(([seed, changes, [end, isCut]]) => {
    const copy = Uint8Array.from(isCut ? seed.subarray(0, Math.ceil(end * seed.length)) : seed);
    for (const [at, value] of changes) if (copy.length > 0) copy[Math.floor(at * copy.length) % copy.length] = value;
    return copy;
  });
}
