/** The lane changes nothing but the time it takes: with it and without, the same records, in the same places, at the same moments. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packagedGrammar } from '#grammar/index.ts';
import { frame } from './support.ts';

const { mayMatter, beginnings } = packagedGrammar();
const leg = '8f1c0f6a-52b1-4b0e-9c37-3d5a2f60b7c4';

/** What stands behind a head: nothing to us, something, and all that the lane has to leave to others. */
const messages: readonly string[] = [
  'SIP trace: connection 42: END OF MESSAGE',
  'SIP trace: connection 42: From: "Ann" <sip:ann@lab.example>;tag=1f',
  'SIP trace: connection 42: ann@lab.example<sip:ann@lab.example> said so',
  'SIP trace: connection 42: ann@lab.example <SIP:ANN@lab.example>',
  'SIP trace: connection 42: <sip:ann@lab.example',
  'SIP trace: connection 42: a=rtpmap:96 <b>H264</b>/90000 &lt;',
  'SIP trace: connection 42: <ul:li> and <b:i> and <o:p>',
  'SIP trace: at 10:00:07.120 and 10:0:07',
  'SIP trace: $5 %20 ] [x] ^ back\\slash # 100',
  'SIP trace: Größe, Łódź, 山田, 🦊, a\u00a0blank',
  'SIP trace with a\ttab',
  'SIP trace: ends in a mark<134>',
  'SIP trace: ends in an equals sign =',
  'SIP trace: has =3D and =20 and **bold** and `code` | cell |',
  'SIP trace: a remark <== here',
  'SIP trace: a rule --------------------',
  'SIP trace: ends in a backslash \\',
  `call **${leg}** ceasing to be deactivated <-- released`,
  `call ${leg} ceasing to be deactivated =`,
  'trailing blanks   ',
  'x',
  'SI',
  ' S I P trace, its signs apart',
  `call ${leg} ceasing to be deactivated`,
  `c a l l ${leg} ceasing to be deactivated`,
  `call 7: allocated for guest1 / "Größe" conference participation (Chrome)`,
  'call 7: SIP call ringing',
  `participant "ann@lab.example" joined space ${leg} (Weekly)`,
  '10.1.2.3: API user "admin" modified something',
];

/** Heads with a place for the time; the last ones are not of the Call Bridge, or none. */
const heads: readonly string[] = [
  'May  4 HH user.info bridge1 host:server:  INFO : ',
  'May  4 HH local0.info bridge1 host:server:  INFO : ',
  '<134>May  4 HH user.info bridge1 host:server:  INFO : ',
  'May  5 HH user.warning bridge1 host:server:  WARNING : ',
  '2023-05-04T HH user.info bridge1 host:server:  INFO : ',
  'May  4 HH local0.info bridge1 client_backend:  INFO : ',
  'May  4 HH daemon.info bridge1 streamer-sip[2209]: 201211.634 : INFO : ',
  '',
];

const times = [
  '10:00:07.120',
  '10:00:07.121',
  '10:00:59',
  '10:01:00.000',
  '10:00:61.5',
  '10:00:07.1234567',
  '10:00:07.12345',
  '11:00:07.120',
];
const ends = ['\n', '\r\n', '\n\n', ' ', '', '\r', '\n> '];

const line = fc
  .record({
    head: fc.oneof({ weight: 6, arbitrary: fc.constant(heads[0] ?? '') }, { weight: 3, arbitrary: fc.constantFrom(...heads) }),
    time: fc.oneof({ weight: 6, arbitrary: fc.constant(times[0] ?? '') }, { weight: 3, arbitrary: fc.constantFrom(...times) }),
    message: fc.oneof({ weight: 2, arbitrary: fc.constant(messages[0] ?? '') }, { weight: 3, arbitrary: fc.constantFrom(...messages) }),
    end: fc.oneof({ weight: 9, arbitrary: fc.constant('\n') }, { weight: 1, arbitrary: fc.constantFrom(...ends) }),
    copies: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) }),
  })
  .map(({ head, time, message, end, copies }) => `${head.replace(' HH', ` ${time}`).replace('T ', 'T')}${message}${end}`.repeat(copies));

/** More than is read before the lane is made: two lines that take turns, or each would be the copy of the last. */
const start = ['a', 'b']
  .map((sign) => `May  4 10:00:07.120 user.info bridge1 host:server:  INFO : SIP trace: ${sign}\n`)
  .join('')
  .repeat(1100);
const close = 'May  4 12:00:00.000 user.info bridge1 host:server:  INFO : SIP trace: the end of it\n';

describe('the lane', () => {
  test('gives what is given without it', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 60 }), fc.integer({ min: 300, max: 90_000 }), (lines, chunkSize) => {
        const text = start + lines.join('') + close;
        const without = frame(text, { mayMatter });
        expect(frame(text, { mayMatter, beginnings, chunkSize })).toEqual(without);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  test.each(messages)('behind a message such as %j', (message) => {
    const head = 'May  4 10:00:07.120 user.info bridge1 host:server:  INFO : ';
    const text = `${start}${head}${message}\n${head}SIP trace: between\n${head}${message}\n${start}`;
    expect(frame(text, { mayMatter, beginnings })).toEqual(frame(text, { mayMatter }));
  });

  test('knows how messages begin that matter', () => {
    const known = beginnings() ?? [];
    for (const message of messages) {
      const signs = message.replaceAll(/\s/gu, '').slice(0, 4);
      if (mayMatter(message, 0, message.length))
        expect(
          known.some((beginning) => signs.startsWith(beginning)),
          message,
        ).toBe(true);
    }
    expect(known).toContain('call');
    expect(known).not.toContain('SIPt');
  });
});
