/** What a quick look leaves out is no head: every shape, tried on its own, finds the same. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateSource, headShapes } from '#framing/headers.ts';
import { createHeadFinder } from '#framing/heads.ts';

const iso = '2024-03-05T10:00:00.123+01:00';
const short = 'Mar  5 10:00:00';
const bridge = 'cms1 host:server:  INFO : ';

const heads = [
  '2024-03-05  10:00:00.123  Info     ',
  '2024-03-05 10:00:00.123 | INFO | ',
  `${iso} user.info ${bridge}`,
  `${short} user.info ${bridge}`,
  `<14>${short} local0.warning ${bridge}`,
  `${short}.250 daemon.err cms1 streamer-sip[2209]: 201211.634 : INFO : `,
  `${iso} local3.notice cms1 `,
  `${iso} relay1 ${short} user.info ${bridge}`,
  `<134>1 ${iso} relay1 cms - - - ${short} ${bridge}`,
  `<14>1 ${iso} cms1 host 77 - - server:  INFO : `,
  `<14>1 ${iso} cms1 host:server 77 ID1 [origin ip="10.0.0.9"] `,
  `<14>1 ${iso} cms1 rsyslogd - - ${`[x@1 text="${'y'.repeat(500)}"]`.repeat(4)} ${iso} ${bridge}`,
  `05/04/2023 2:12:40 AM collector ${short} user.info ${bridge}`,
  `${short} ${bridge}`,
  `${iso} cms1 user.info cms1 host:server:  INFO : `,
  `${short} cms1 syslogd[12]: `,
  `2024-03-05 10:00:07 User.Info cms1 ${short} cms1 client_backend:  INFO : `,
];
const bridges = ['cms1'];
const messages = ['call 7: SIP call ringing', 'mail.example.com is host: server', 'user.info', ''];

const text = fc
  .tuple(
    fc.constantFrom(...heads),
    fc.constantFrom(...messages),
    fc.array(fc.tuple(fc.nat(200), fc.constantFrom('', ' ', 'x')), { maxLength: 2 }),
  )
  .map(([head, message, changes]) =>
    changes.reduce((whole, [where, put]) => {
      const at = where % whole.length;
      return `${whole.slice(0, at)}${put}${whole.slice(at + 1)}`;
    }, head + message),
  );

const date = new RegExp(`^(?:<\\d{1,3}>(?:1 ?)? {0,16})?${dateSource}`);

/** The first shape that reads, of all. */
function tried(from: string): readonly [string, number] | null {
  const candidates = headShapes.filter(({ begins }) => from.startsWith('<') || begins !== (/^\d/.test(from) ? 'letter' : 'digit'));
  for (const { source, counts } of candidates) {
    const found = new RegExp(source, 'y').exec(from);
    if (found === null || (counts === 'with a Call Bridge' && !bridges.includes(found.groups?.['host'] ?? ''))) continue;
    return [source, found[0].length];
  }
  return null;
}

test('every head of the table is one', () => {
  const finder = createHeadFinder(bridges);
  for (const head of heads) expect(finder.at(`${head}call 7: SIP call ringing`, 0)?.end, head).toBeGreaterThan(10);
});

test('no head is lost to the quick look', () => {
  const finder = createHeadFinder(bridges);
  fc.assert(
    fc.property(text, (whole) => {
      // Without a date no shape is tried.
      if (!date.test(whole)) return;
      const found = finder.at(whole, 0);
      expect(found?.end ?? null, whole).toBe(tried(whole)?.[1] ?? null);
    }),
    { numRuns: 3000 },
  );
});
