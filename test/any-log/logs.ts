/** Logs to be damaged: what was written, before any program puts a head on it. Hard names, both generations, several releases. */
import fc from 'fast-check';
import { anyScript } from '../truth/scripts.ts';
import { play, type Release } from '../truth/world.ts';
import { audit, info, type Message, other } from '../truth/writing/message.ts';
import { messagesOf } from '../truth/writing/wordings.ts';

export interface Entry {
  /** UTC, ms. */
  readonly at: number;
  readonly host: string;
  readonly message: Message;
}

export interface Story {
  readonly name: string;
  readonly entries: readonly Entry[];
}

interface Person {
  readonly name: string;
  /** Web people have one. */
  readonly display?: string;
}

interface Cast {
  readonly name: string;
  readonly space: string;
  readonly generation: 1 | 2;
  readonly guests: readonly Person[];
  readonly host: Person;
}

const casts: readonly Cast[] = [
  {
    name: 'gen-2, quotes, slashes, brackets',
    space: 'Board: "Q3" (north/south) [2]',
    generation: 2,
    guests: [{ name: 'ann.miller@lab.example' }, { name: 'guest301@lab.example', display: 'Dr. Zoë Müller-Żak 山田 🚀' }],
    host: { name: 'host@lab.example' },
  },
  {
    name: 'gen-1, umlauts and an apostrophe',
    space: 'Büro (Süd) - Größe "XL"',
    generation: 1,
    guests: [{ name: 'müller.jörg@büro.example' }, { name: "o'neil@lab.example" }],
    host: { name: '+4930123456@gw.example' },
  },
  {
    name: 'gen-2, CJK and several blanks',
    space: '会议室  Ost   3',
    generation: 2,
    guests: [{ name: '会议室@例子.example' }, { name: 'guest77', display: '李  雷 (外部)' }],
    host: { name: 'member1@lab.example', display: 'Pat / Sales' },
  },
  {
    name: 'gen-1, a name that looks like a head',
    space: 'Info call 2024-01-02 review',
    generation: 1,
    guests: [{ name: '2000@lab.example' }, { name: 'left.space@lab.example' }],
    host: { name: 'a/b@lab.example' },
  },
];

const start = Date.UTC(2023, 4, 4, 9, 57, 20, 120);

function guid(seed: number, place: number): string {
  let state = (seed * 7919 + place * 104_729 + 12_345) >>> 0;
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state >>> 28).toString(16);
    }).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** Two guests wait, the host comes, goes, and comes again; one guest leaves before the end. */
function played(cast: Cast, seed: number): Story {
  const { generation, space: name, guests, host } = cast;
  const space = guid(seed, 1);
  const conference = guid(seed, 2);
  const entries: Entry[] = [];
  let at = start;
  const say = (after: number, message: Message): void => {
    at += after;
    entries.push({ at, host: 'bridge1', message });
  };
  const quiet = (): void => {
    say(500, info('sending prompt response (2) to BFCP message'));
    say(300, other('daemon.info', 'streamer-sip[2209]', '201211.634 : INFO : call 13: using streamer worker 0'));
    say(200, { ...info('call 99: replacing pending BFCP message "PrimitiveHelloAck" with "PrimitiveHelloAck"'), level: 'Warning' });
  };
  const join = (person: Person, call: number, leg: string, waits: boolean): void => {
    if (person.display === undefined) {
      say(900, info(`call ${call}: incoming encrypted SIP call from "sip:${person.name}" to local URI "sip:board.room@meet.lab.example"`));
      if (generation === 2) say(5, info(`call ${call}: configured - API call leg ${leg} with SIP call ID "8f3a-${call}@10.0.0.9"`));
      say(8, info(`call ${call}: setting up UDT RTP session for DTLS (combined media and control)`));
    } else {
      say(900, info(`call ${call}: allocated for ${person.name} / "${person.display}" conference participation (Chrome)`));
      say(2, info(`call ${call}: configured - API call leg ${leg}`));
    }
    if (waits) say(9800, info(`configuring call ${leg} to be deactivated`));
    say(waits ? 1 : 9700, audit(`participant "${person.name}" joined space ${space} (${name})`));
    const medium = person.display === undefined ? 'SIP' : 'WB3';
    if (generation === 2) say(0, info(`participant "${person.name}" (${leg}) joined conference ${conference} via ${medium}`));
  };
  const leave = (person: Person, call: number, leg: string): void => {
    if (person.display === undefined) say(1, info(`call ${call}: ending; remote SIP teardown - connected for 0:44`));
    else say(1, info(`call ${call}: tearing down ("${person.name}" conference media)`));
    if (generation === 2) say(1, info(`call ${call}: destroying API call leg ${leg}`));
    say(1, audit(`participant "${person.name}" left space ${space} (${name})`));
  };
  quiet();
  const legs = guests.map((_, place) => guid(seed, 10 + place));
  guests.forEach((guest, place) => {
    join(guest, 7 + place, legs[place] ?? '', true);
    say(100, info(`API "${name}" Space GUID: ${space} <--> Call Correlator GUID: ${guid(seed, 3)} <--> Internal GUID: ${conference}`));
  });
  quiet();
  for (const call of [20, 21]) {
    const leg = guid(seed, call);
    join(host, call, leg, false);
    for (const waiting of legs) say(0, info(`call ${waiting} ceasing to be deactivated`));
    quiet();
    at += 30_000;
    leave(host, call, leg);
    for (const waiting of legs) say(0, info(`configuring call ${waiting} to be deactivated`));
    at += 20_000;
    quiet();
  }
  for (const [place, guest] of guests.entries()) leave(guest, 7 + place, legs[place] ?? '');
  quiet();
  return { name: cast.name, entries };
}

/** What the world that knows the truth wrote, of one release. */
function world(release: Release, seed: number, actions: number): Story {
  const kind = {
    releases: [release],
    framing: 'F3' as const,
    bridges: 1,
    skewMs: 0,
    crashes: false,
    actions,
    starts: [Date.UTC(2023, 4, 4, 9, 12, 33, 120)],
  };
  const [script] = fc.sample(anyScript(kind), { seed, numRuns: 1 });
  if (script === undefined) throw new Error('no script');
  const played = play(script);
  const entries = played.happenings.flatMap((happening) =>
    messagesOf(happening, release, happening.at).map((message) => ({ at: happening.at, host: happening.bridge.name, message })),
  );
  return { name: `world ${release}, seed ${seed}`, entries };
}

export function stories(worlds: number): readonly Story[] {
  const releases: readonly Release[] = ['2.1', '2.9', '3.8'];
  return [...casts.map(played), ...Array.from({ length: worlds }, (_, place) => world(releases[place % 3] ?? '3.8', 100 + place, 24))];
}
