import { describe, expect, it } from 'vitest';
import { toGuid } from '#model/index.ts';
import { redactedHole } from '../../src/redaction/fields.ts';
import { address, person } from '../../src/redaction/people.ts';
import { createPseudonyms } from '../../src/redaction/pseudonyms.ts';
import { scrubbed } from '../../src/redaction/words.ts';

describe('people and addresses', () => {
  it('keep what matters: same person, same domain, guest accounts, recorders and streamers', () => {
    const pseudonyms = createPseudonyms();
    const told = (text: string): string => person(text, pseudonyms);
    expect(
      [
        'anna@corp.example',
        'bo@corp.example',
        'anna@corp.example',
        'sip:anna@corp.example',
        'anna@partner.example',
        'guest2041@meet.corp.example',
        'guest2041',
        'streamer1@media.corp.example',
        'recorder@media.corp.example',
        'Streaming client (2b9c)',
        'Dr. Anna Berger',
        'Anna',
        '+43 1 555',
        '2000@10.0.0.9:5061;transport=tls',
        '10.0.0.9',
        '[2001:db8::17]',
        'anna@[2001:db8::17]:5060',
        '',
        ' ',
      ].map(told),
    ).toEqual([
      'person-1@domain-1.example',
      'person-2@domain-1.example',
      'person-1@domain-1.example',
      'sip:person-1@domain-1.example',
      'person-1@domain-2.example',
      'guest9000003@domain-3.example',
      'guest9000003',
      'streamer-1@domain-4.example',
      'recorder-2@domain-4.example',
      'Streaming client (client-3)',
      'person-4',
      'Person-1',
      'person-5',
      'person-6@240.0.0.1:5061;client-4',
      '240.0.0.1',
      '240.0.0.2',
      'person-1@240.0.0.2:5060',
      '',
      ' ',
    ]);
  });

  it('differ in case where the originals do, and are the same where case does not count', () => {
    const pseudonyms = createPseudonyms();
    const [one = '', other = ''] = ['Anna@corp.example', 'anna@CORP.example'].map((text) => person(text, pseudonyms));
    expect(one).not.toBe(other);
    expect(one.toLowerCase()).toBe(other.toLowerCase());
    expect(person('Anna B.', pseudonyms).toLowerCase()).toBe(person('AnnaB.', pseudonyms).toLowerCase());
  });

  it('are the same for the same originals in the same order, and can be told back', () => {
    const once = createPseudonyms();
    const again = createPseudonyms();
    for (const text of ['anna@corp.example', 'bo@corp.example']) expect(person(text, once)).toBe(person(text, again));
    expect(once.original('person-2@domain-1.example')).toBe('bo@corp.example');
    expect(once.original('nobody')).toBe('nobody');
  });

  it('of what is dialled are addresses, which may be nobody’s', () => {
    expect(address('sips:board.host@meet.corp.example:5061', 'address', createPseudonyms())).toBe('sips:address-1@domain-1.example:5061');
  });
});

describe('free text', () => {
  it.each([
    ['remote SIP teardown', 'remote SIP teardown'],
    ['local teardown, destination URI not matched', 'local teardown, destination URI not matched'],
    ['local SIP teardown with reason 7 (host - gone)', 'local SIP teardown with reason 7 (host - gone)'],
    ['local SIP teardown with reason 7 (Anna Berger hung up)', 'local SIP teardown with reason 7 [removed] hung up)'],
    ['cause 486: busy, call 0043155512 instead', 'cause 486: busy, call [removed]'],
    ['<script>alert(1)</script>', '[removed]'],
    ['combined media and control', 'combined media and control'],
    ['Peer 10.0.0.9 at edge.corp.example lost', '[removed] at [removed] lost'],
    ['', ''],
  ])('%s → %s', (text, expected) => {
    expect(scrubbed(text)).toBe(expected);
  });
});

describe('a hole', () => {
  it.each([
    ['call-ending', 'call', 'int', '51', '51'],
    ['call-ending', 'duration', 'duration', '0:14', '0:14'],
    ['leg-activated', 'leg', 'guid', toGuid('6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11') ?? '', '00000001-0000-4000-8000-000000000000'],
    ['participant-joined-space', 'name', 'text', 'Anna Berger', 'person-1'],
    ['conference-named', 'name', 'text', 'Board', 'space-1'],
    ['streaming-started', 'spaceName', 'text', 'Board', 'space-1'],
    ['conference-bridge', 'bridge', 'text', 'bridge-west', 'call-bridge-1'],
    ['call-configured', 'sipCallId', 'uri', '8f2e7c31@192.0.2.17', 'call-id-1'],
    ['call-allocated', 'client', 'text', 'Chrome', 'Chrome'],
    ['call-allocated', 'client', 'text', "Anna's browser", '[removed] browser'],
    ['call-ringing', 'aFieldThatIsNew', 'text', 'whatever', 'person-1'],
  ] as const)('of %s, %s (%s) %s → %s', (event, field, type, text, expected) => {
    expect(redactedHole(event, field, type, text, createPseudonyms())).toBe(expected);
  });
});
