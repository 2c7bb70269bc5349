/** How messages are read when they are not written as in the book. */
import { describe, expect, test } from 'vitest';
import { grammar, read, record } from './support.ts';

const leg = '6d0c1f7e-2b1a-4c57-9b0e-0f4a2f3c9d11';
const space = '4f1d2c3b-5a69-4788-97a6-b5c4d3e2f101';
const conference = '91aa0c5d-3e7b-4f60-8d21-5b9f0e6a7c42';

describe('blanks never matter', () => {
  test.each([
    `configuring call ${leg} to be deactivated`,
    `  configuring   call\t${leg}  to  be  deactivated  `,
    `configuringcall${leg}tobedeactivated`,
    `configuring call ${leg.toUpperCase()} to be deactivated`,
  ])('%s', (message) => {
    expect(read(message)).toEqual({ kind: 'leg-deactivated', leg });
    expect(grammar.mayMatter(message, 0, message.length)).toBe(true);
  });

  test('blanks in quotes do not belong to an address or a name, and a scheme is no part of an address', () => {
    expect(read('call 38 :incoming SIP call from " sip: ann @example.org" to local URI "tel:+49 30 1234"')).toEqual({
      kind: 'call-incoming',
      call: 38,
      from: 'ann@example.org',
      dialled: '+49301234',
    });
    expect(read(`conference ${conference} named "  Board  4 "`)).toMatchObject({ name: 'Board  4' });
    expect(read(`conference ${conference} named ""`)).toMatchObject({ name: '' });
  });

  test('a no-break space belongs to the name that holds it', () => {
    expect(read(`conference ${conference} named "Board\u00a0"`)).toMatchObject({ name: 'Board\u00a0' });
  });
});

describe('a name ends where the rest of its wording reads', () => {
  test.each([
    ['Ops "war room" joined', 'Board'],
    ['x" joined space y', 'Board'],
    ['x" left space 1', 'Board'],
    ['Ann (x) "y""', '""'],
    ['', ''],
    ['(()', 'Room :) / "4"'],
    ['[a]{b}<c>', '(Space 1 (webapp.example))'],
    ['žluť 🦊 Ünal', 'Größe ☕ (√2)'],
  ])('%s in %s', (name, spaceName) => {
    const fields = { name, space, spaceName };
    expect(read(`participant "${name}" joined space ${space} (${spaceName})`)).toEqual({ kind: 'participant-joined-space', ...fields });
    expect(read(`participant "${name}" left space ${space} (${spaceName})`)).toEqual({ kind: 'participant-left-space', ...fields });
    expect(read(`participant "${name}" (${leg}) joined conference ${conference}via WB3`)).toEqual({
      kind: 'participant-joined-conference',
      name,
      leg,
      conference,
      via: 'WB3',
    });
  });

  test('behind a complete wording stands nothing else', () => {
    expect(read(`call ${leg} ceasing to be deactivated.`)).toMatchObject({ unread: { stoppedAt: 67, expected: 'the end of the message' } });
  });
});

describe('a line may break anywhere', () => {
  test.each([
    [`configuring call 6d0c1f7e-2b1a-4c57-9b0e-\n0f4a2f3c9d11 to be\ndeactivated`, { kind: 'leg-deactivated', leg }],
    [
      'call\n38: incoming encrypted SIP call from\n"sip:20\n00@example.org" to local\nURI "sip:board@ex\nample.org"',
      { call: 38, from: '2000@example.org' },
    ],
    [`participant "2000@meet.\nexample.org" joined space ${space}\n(Board)`, { name: '2000@meet.example.org' }],
    [`participant "Ann\nRay" joined space ${space}\n(Board-\nroom (4th\nfloor))`, { name: 'Ann Ray', spaceName: 'Board-room (4th floor)' }],
    ['call 40: ending; remote SIP\nteardown - connected for 1\n0:1\n4', { reason: 'remote SIP teardown', duration: 614_000 }],
    [`call 7: outgoing SIP call to "ann@example.org"\nfrom space "Board"\nRegards,\nBob`, { spaceName: 'Board', rest: 2 }],
    [`call 7: outgoing SIP call to "ann@example.org"\nfrom the desk of Bob`, { spaceName: null, rest: 1 }],
    [`conference ${conference} named "The "big\nroom""\n"quoted" prose`, { name: 'The "big room"', rest: 1 }],
  ])('%j', (message, fields) => {
    expect(read(message)).toMatchObject(fields);
  });

  test('lines behind the message are left over, whatever they hold', () => {
    expect(read(`participant "Ann" joined space ${space} (Board)\n\nSee (the attachment)\n`)).toMatchObject({
      spaceName: 'Board',
      rest: 2,
    });
    expect(read(`call ${leg} ceasing to be deactivated\nto be deactivated`)).toMatchObject({ kind: 'leg-activated', rest: 1 });
  });
});

describe('the web session of a user is no leg in the lobby', () => {
  test.each([
    'user "eve@example.org": deactivating due to session resource teardown',
    'web session 1 for user "": deactivating due to time out',
  ])('%s', (message) => {
    expect(read(message)).toMatchObject({ kind: 'session-ended' });
  });
});

describe('what begins like a wording and is none is unread, with the place and the reason', () => {
  test.each([
    ['call 40: ending; remote SIP teardown', 'call-ending', 36, '`- connected for` or `- not connected after`'],
    [`configuring call ${leg} to be activated`, 'leg-deactivated', 60, '`deactivated`'],
    ['configuring call 17 to be deactivated', 'leg-deactivated', 17, 'a GUID'],
    [`conference ${conference} renamed "Board"`, null, 48, '`named "`, `has control'],
    ['participant "Ann" waved', null, 23, '`" joined space`, `" left space` or `" (`'],
    ['call 7: dancing', null, 8, '`incoming`, `outgoing`'],
  ])('%s', (message, begins, stoppedAt, expected) => {
    expect(read(message)).toEqual({ unread: { begins, stoppedAt, expected: expect.stringContaining(expected) } });
    expect(grammar.mayMatter(message, 0, message.length)).toBe(true);
  });

  test.each(['', ' ', 'SIP trace: call 7', 'callous', 'participants: 4', '# call 7: ringing', '}{', '\n\n'])(
    '%j is nothing of ours',
    (message) => {
      expect(read(message)).toEqual({ kind: 'other' });
      expect(grammar.mayMatter(message, 0, message.length)).toBe(false);
    },
  );
});

test('a record is read by the wordings of its process only', () => {
  const audit = `WebApp Audit : Session: ${leg} : Participant Eve performed action of join call`;
  expect(read(audit, 'client_backend')).toMatchObject({ kind: 'web-app-action' });
  expect(read(audit, 'client_backend[812]')).toMatchObject({ kind: 'web-app-action' });
  expect(read(audit)).toEqual({ kind: 'other' });
  expect(read('call 13: SIP call ringing', 'streamer-sip[2209]')).toEqual({ kind: 'other' });
});

test('an event knows its record', () => {
  const ringing = record('call 13: SIP call ringing');
  expect(grammar.read(ringing)).toEqual({ kind: 'event', rest: 0, event: { kind: 'call-ringing', call: 13, record: ringing } });
});
