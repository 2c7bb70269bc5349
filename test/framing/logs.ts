/** Small logs with hard names, in every framing, for the tables of damages. */

interface Message {
  readonly second: number;
  readonly ms: number;
  readonly level: 'Info' | 'Warning';
  readonly text: string;
}

const space = '7c2f0b1e-94d3-4f6a-8a55-0de1c9b7a312';
const conference = '1f0e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const legs = ['a9c1d4e2-0b7f-4c35-9d18-6e2f5a7b8c90', '0d3b6f81-25ae-4b9c-8f07-c4d1e2a3b596', 'e0f1a2b3-c4d5-4e6f-8a9b-0c1d2e3f4a5b'];

/** A guest waits, a web guest with a hard name joins, the host comes and goes. */
const guestAndHost: readonly Message[] = [
  {
    second: 0,
    ms: 120,
    level: 'Info',
    text: 'call 7: incoming encrypted SIP call from "sip:ann.miller@lab.example" to local URI "sip:board.room@meet.lab.example"',
  },
  { second: 0, ms: 125, level: 'Info', text: `call 7: configured - API call leg ${legs[0]} with SIP call ID "8f3a-77@10.0.0.9"` },
  { second: 0, ms: 133, level: 'Info', text: 'call 7: setting up UDT RTP session for DTLS (combined media and control)' },
  { second: 1, ms: 3, level: 'Warning', text: 'call 7: replacing pending BFCP message "PrimitiveHelloAck" with "PrimitiveHelloAck"' },
  { second: 13, ms: 282, level: 'Info', text: `configuring call ${legs[0]} to be deactivated` },
  { second: 13, ms: 283, level: 'Info', text: `participant "ann.miller@lab.example" joined space ${space} (Board: "Q3" (north/south))` },
  { second: 13, ms: 284, level: 'Info', text: `participant "ann.miller@lab.example" (${legs[0]}) joined conference ${conference} via SIP` },
  {
    second: 20,
    ms: 7,
    level: 'Info',
    text: 'call 8: allocated for guest3017456012 / "Dr. Zoë Müller-Żak 山田 🚀" conference participation (Chrome)',
  },
  { second: 20, ms: 8, level: 'Info', text: `configuring call ${legs[1]} to be deactivated` },
  { second: 20, ms: 9, level: 'Info', text: `participant "Dr. Zoë Müller-Żak 山田 🚀" joined space ${space} (Board: "Q3" (north/south))` },
  {
    second: 31,
    ms: 500,
    level: 'Info',
    text: 'call 9: incoming SIP call from "sip:host@lab.example" to local URI "sip:board.room@meet.lab.example"',
  },
  { second: 31, ms: 501, level: 'Info', text: `call 9: configured - API call leg ${legs[2]} with SIP call ID "1c9-2"` },
  { second: 40, ms: 26, level: 'Info', text: `participant "host@lab.example" joined space ${space} (Board: "Q3" (north/south))` },
  { second: 40, ms: 26, level: 'Info', text: `call ${legs[0]} ceasing to be deactivated` },
  { second: 40, ms: 26, level: 'Info', text: `call ${legs[1]} ceasing to be deactivated` },
  { second: 75, ms: 830, level: 'Info', text: 'call 9: ending; remote SIP teardown - connected for 0:44' },
  { second: 75, ms: 831, level: 'Info', text: `call 9: destroying API call leg ${legs[2]}` },
  { second: 75, ms: 833, level: 'Info', text: `participant "host@lab.example" left space ${space} (Board: "Q3" (north/south))` },
  { second: 75, ms: 833, level: 'Info', text: `configuring call ${legs[0]} to be deactivated` },
  { second: 75, ms: 834, level: 'Info', text: `configuring call ${legs[1]} to be deactivated` },
  { second: 80, ms: 2, level: 'Info', text: 'call 8: tearing down ("guest3017456012" conference media)' },
  { second: 80, ms: 3, level: 'Info', text: `participant "Dr. Zoë Müller-Żak 山田 🚀" left space ${space} (Board: "Q3" (north/south))` },
];

export type Writing = 'F1' | 'F1b' | 'F2' | 'F3' | 'F4' | 'F5';

export const writings: readonly Writing[] = ['F1', 'F1b', 'F2', 'F3', 'F4', 'F5'];

/** 2023-05-04 09:59:20 UTC: the log goes on over a full hour. */
const start = Date.UTC(2023, 4, 4, 9, 59, 20);

export function lineOf({ second, ms, level, text }: Message, writing: Writing): string {
  const at = new Date(start + second * 1000 + ms).toISOString();
  const [date, time] = [at.slice(0, 10), at.slice(11, 23)];
  const syslog = (stamp: string): string =>
    `May  4 ${stamp} user.${level.toLowerCase()} bridge1 host:server:  ${level.toUpperCase()} : ${text}`;
  switch (writing) {
    case 'F1':
      return `${date}  ${time}  ${level.padEnd(9)}${text}`;
    case 'F1b':
      return `${date} ${time} ${level} ${text}`;
    case 'F2':
      return syslog(time.slice(0, 8));
    case 'F3':
      return syslog(time);
    case 'F4':
      return `${date}T${time} user.info bridge1 host:server: ${level.toUpperCase()} : ${text}`;
    case 'F5':
      return `<14>${syslog(time.slice(0, 8))}`;
  }
}

/** The lines of the log in a framing. */
export function lines(writing: Writing): readonly string[] {
  return guestAndHost.map((message) => lineOf(message, writing));
}

/** How relays and collectors write a record of F3: of each an example of its head, with `DATE` and `TIME` where they stand. */
const relays = {
  'F11 without facility': 'May  4 TIME bridge1 host:server:  LEVEL : ',
  'F11 without facility, ISO 8601 and a zone': 'DATETTIME+00:00 bridge1 host:server:  LEVEL : ',
  'F11 without facility, behind a PRI': '<14>May  4 TIME bridge1 host:server:  LEVEL : ',
  'F11 with the address of the sender': 'May  4 TIME 10.0.0.5 user.info bridge1 host:server:  LEVEL : ',
  'F11 with RFC 3164 in front': 'May  4 TIME relay1 May  4 TIME user.info bridge1 host:server:  LEVEL : ',
  'F11 with RFC 5424 in front': '<14>1 DATETTIMEZ bridge1 host:server - - - LEVEL : ',
  F6: 'DATE TIME   User.Info   bridge1   May  4 TIME bridge1 host:server:  LEVEL : ',
  'F6 with tabs': 'DATE TIME\tUser.Info\tbridge1\tMay  4 TIME bridge1 host:server:  LEVEL : ',
} as const;

export type Relay = keyof typeof relays;

export const relayNames: readonly Relay[] = Object.keys(relays).filter((name): name is Relay => name in relays);

/** The lines of the log, as a relay or a collector writes them, in whole seconds or with milliseconds. */
export function relayedLines(relay: Relay, unit: 's' | 'ms'): readonly string[] {
  return guestAndHost.map(({ second, ms, level, text }) => {
    const at = new Date(start + second * 1000 + ms).toISOString();
    const head = relays[relay]
      .replaceAll('DATE', at.slice(0, 10))
      .replaceAll('TIME', at.slice(11, unit === 's' ? 19 : 23))
      .replace('LEVEL', level.toUpperCase());
    return `${head}${text}`;
  });
}

/** The messages of the log. */
export const messages: readonly string[] = guestAndHost.map((message) => message.text);

/** The moment of each record, ms; whole seconds where the framing shows no more. */
export function moments(writing: Writing): readonly number[] {
  const whole = writing === 'F2' || writing === 'F5';
  return guestAndHost.map(({ second, ms }) => start + second * 1000 + (whole ? 0 : ms));
}
