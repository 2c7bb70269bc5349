/** Meetings that are hard to draw, by name. */
import type { Analysis, Finding } from '#model/index.ts';
import { analysis, analysisOf, at, crowd, evidence, meeting, type Person, type Turn } from './made.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Names that try to be something else. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '" onload="alert(1)" x="',
  "' onmouseover='alert(1)",
  '&amp; &lt; &#x41; & ]]> <![CDATA[ --> <!--',
  'control\u0000\u0001\u0008\u001b[31mred\u001b[0m\u007f\u0085 signs',
  'override \u202egnp.exe\u202c and \u2066isolate\u2069',
  '\ud800 lone \udc00 surrogates \ufffe\uffff',
  'x'.repeat(10_000),
  '漢字'.repeat(200),
  'שלום עולם מאוד ארוך שלום עולם מאוד ארוך',
  'مرحبا بالعالم هذا اسم طويل جدا جدا جدا',
  '👨‍👩‍👧‍👦🏳️‍🌈🇦🇹 family',
  'Z̸̢͖a̶l̷g̵o̷ ͙h̸e̴ ̵c̶o̵m̶e̵s̵',
  '﷽﷽﷽﷽﷽﷽',
  '   ',
  'line\nbreak\r\nand\ttab',
  '</title></text></svg><svg onload=alert(1)>',
  'javascript:alert(1)',
  'url(#x);}</style>',
];

export const hostilePeople: readonly Person[] = hostile.map((name, index) => ({
  id: `h${index}`,
  name,
  role: index === 0 ? 'host' : 'guest',
  reason: `left ${name}`,
  turns:
    index === 0
      ? [{ state: 'active', from: 600_000 }]
      : [
          { state: 'lobby', from: index * 1000 },
          { state: 'active', from: 600_000, cause: 'activator-joined', by: 'h0', delayMs: 0 },
        ],
  left: 1_800_000 + index,
}));

export function finding(
  number: number,
  participants: readonly string[],
  message = `Finding ${number}: something that is worth a look, with enough words to need more than one line of the legend when the page is narrow.`,
): Finding {
  const severity = (['info', 'warning', 'error'] as const)[number % 3] ?? 'info';
  return {
    code: 'made-up',
    severity,
    message,
    space: null,
    participants,
    span: { from: at(0), to: at(1000) },
    evidence: [evidence(number)],
  };
}

/** Many hosts that come and go: many turning points near each other. */
function changing(hosts: number, guests: number): readonly Person[] {
  const step = hour / hosts;
  const people: Person[] = Array.from({ length: hosts }, (_, index) => ({
    id: `host${index}`,
    name: `moderator.${index}@example.org`,
    role: 'host',
    turns: [{ state: 'active', from: index * step + 2000 }],
    left: index * step + step * 0.6,
  }));
  const turns: Turn[] = [{ state: 'lobby', from: 0 }];
  for (let index = 0; index < hosts; index += 1) {
    turns.push({ state: 'active', from: index * step + 2000 + 1500, cause: 'activator-joined', by: `host${index}`, delayMs: 1500 });
    turns.push({ state: 'lobby', from: index * step + step * 0.6 + 3000, cause: 'last-activator-left', by: `host${index}`, delayMs: 3000 });
  }
  const others = Array.from(
    { length: guests },
    (_, index): Person => ({ id: `g${index}`, name: `guest.${index}@example.org`, turns, left: hour + index }),
  );
  return [...people, ...others];
}

/** Everything happens within 40 ms. */
const quick: readonly Person[] = [
  {
    id: 'a',
    name: 'a@example.org',
    turns: [
      { state: 'connecting', from: 0 },
      { state: 'lobby', from: 3 },
      { state: 'active', from: 20, cause: 'activator-joined', by: 'h', delayMs: 1 },
    ],
    left: 40,
  },
  {
    id: 'h',
    name: 'h@example.org',
    role: 'host',
    turns: [
      { state: 'connecting', from: 2 },
      { state: 'active', from: 19 },
    ],
    left: 38,
  },
];

const unknown: readonly Person[] = [
  {
    id: 'u',
    name: 'there before the log',
    role: 'unknown',
    turns: [
      { state: 'unknown', from: null },
      { state: 'active', from: 30_000, cause: 'activator-joined', by: 'h', delayMs: 0 },
    ],
  },
  { id: 'h', name: 'host', role: 'host', turns: [{ state: 'active', from: 30_000 }] },
  { id: 'r', name: 'recorder', role: 'unknown', kind: 'recorder', turns: [{ state: 'active', from: 31_000 }], left: 50_000 },
];

const uneven: readonly Person[] = [
  { id: 'h', name: 'host@example.org', role: 'host', turns: [{ state: 'active', from: 60_000 }], left: 200_000 },
  ...[0, 1200, 4000, 9000, 25_000].map(
    (delay, index): Person => ({
      id: `g${index}`,
      name: `guest${index}@example.org`,
      turns: [
        { state: 'lobby', from: index * 3000 },
        { state: 'active', from: 60_000 + delay, cause: 'activator-joined', by: 'h', delayMs: delay },
        { state: 'lobby', from: 200_000 + delay, cause: 'last-activator-left', by: 'h', delayMs: delay },
      ],
      left: 300_000,
    }),
  ),
];

const late: Person = { id: 'late', name: 'late@example.org', turns: [{ state: 'lobby', from: 6 * day }], left: 6.01 * day };
const findings = [1, 2, 3].map((number) => finding(number, ['guest-1', 'host']));

export const cases: Readonly<Record<string, Analysis>> = {
  'no meeting': analysisOf([]),
  'one participant': analysis(crowd(0)),
  'two participants': analysis(crowd(1)),
  'three participants': analysis(crowd(2)),
  'a dozen': analysis(crowd(11), { findings }),
  'two dozen': analysis(crowd(23), { findings }),
  sixty: analysis(crowd(59), { findings }),
  'two hundred': analysis(crowd(199), { findings }),
  'a thousand': analysis(crowd(999), { findings }),
  'a week': analysis(crowd(12, 7 * day)),
  'an hour, then a week of quiet': analysis([...crowd(8), late]),
  'forty milliseconds': analysis(quick),
  'states not known': analysis(unknown, { end: 60_000 }),
  'delays that differ': analysis(uneven),
  'hosts that come and go': analysis(changing(12, 5)),
  'many hosts that come and go': analysis(changing(60, 20)),
  'hostile names': analysis(hostilePeople, {
    name: hostile.join(' '),
    input: hostile.join('/'),
    findings: hostile.map((name, index) => finding(index, [`h${index}`], name)),
  }),
  'many findings at one lane': analysis(crowd(2), { findings: Array.from({ length: 30 }, (_, index) => finding(index, ['guest-1'])) }),
  'several meetings': analysisOf([meeting(crowd(3)), meeting(crowd(40)), meeting(quick)]),
};
