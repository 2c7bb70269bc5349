/** Records that mean nothing to a timeline, false friends among them. */
import { at, random } from '../world/random.ts';
import { info, type Message, other } from './message.ts';

type Noise = (utc: number, salt: number) => Message;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function nginxTime(utc: number): string {
  const date = new Date(utc);
  const day = `${two(date.getUTCDate())}/${at(MONTHS, date.getUTCMonth())}/${date.getUTCFullYear()}`;
  return `${day}:${date.toISOString().slice(11, 19)} +0000`;
}

const BRIDGE_NOISE: readonly Noise[] = [
  (_, salt) => info(`call ${salt % 60}: receiver report 1 interval for rx video 0 = 6113ms (period 6108ms) 00000000`),
  (_, salt) => info(`call ${salt % 60}: BFCP (client role) now active`),
  () => info('sending prompt response (2) to BFCP message'),
  (_, salt) => ({
    ...info(`call ${salt % 60}: replacing pending BFCP message "PrimitiveHelloAck" with "PrimitiveHelloAck"`),
    level: 'Warning',
  }),
  (_, salt) => info(`call ${salt % 60}: compensating for far end not matching payload types`),
  (_, salt) => info(`call ${salt % 60}: ActiveControlState change, unknown -> inactive`),
  () => info('SIP trace: connection 12: outgoing SIP TCP data to 10.1.1.1:5060 from 10.1.1.2:33000, size 612:'),
  () => info('SIP trace: connection 12: INVITE sip:board@cms.example SIP/2.0'),
  () => info('user "guest111111111": deactivating due to session resource teardown'),
  () => info('web session 1 for user "": deactivating due to time out'),
  () => info('successful login request from ken@lab.example'),
  () => info('unsuccessful login request from ken@lab.example'),
  () => info("unable to apply logo (space 'Board') -- no license"),
  () => info('streaming device 1: available (1 streamings)'),
  (_, salt) => info(`call ${salt % 60}: falling back to unencrypted control connection...`),
  (_, salt) => info(`API trace ${salt}: POST for "/api/v1/calls/${random(salt).guid()}/participants" (from 10.0.0.9)`),
  (_, salt) => info(`API trace ${salt}:  movedParticipant=${random(salt).guid()}&needsActivation=false`),
  (_, salt) => info(`API trace ${salt}: <?xml version="1.0"?><callLeg id="${random(salt).guid()}"><name>ann</name></callLeg>`),
  (_, salt) => {
    const ids = random(salt);
    return info(`API "My own space" Space GUID: ${ids.guid()} <--> Call Correlator GUID: ${ids.guid()}<--> Internal GUID: ${ids.guid()}`);
  },
  (_, salt) => {
    const name = "'cms1' (priority: 0, load level: 0, conference is running: 1)";
    return info(`replace query for conference ${random(salt).guid()}: response from ${name}`);
  },
];

const OTHER_NOISE: readonly Noise[] = [
  (utc) => other('daemon.info', 'streamer-sip[2209]', `${stampOf(utc)} : INFO : call 13: using streamer worker 0`),
  (utc) => other('daemon.info', 'streamer-sip[2209]', `${stampOf(utc)} : : call 13: ending; remote SIP teardown`),
  (utc) => {
    const tail = `status 200 "POST /api/join HTTP/1.1" bytes_sent 1003 msec ${(utc / 1000).toFixed(3)} 200`;
    return other('local7.info', '3b8086e0e5a0 wb3_frontend', `[] 10.1.1.9 - - [${nginxTime(utc)}] ${tail}`);
  },
  (utc) => {
    const time = new Date(utc).toISOString().replace('T', ' ').slice(0, 23);
    return other('local0.info', 'postgres[54639]', `[6-1] ${time} UTC [54639] LOG:  could not receive data from client`);
  },
  () => other('local0.info', 'client_backend', ' INFO    : SamlManager : nothing to do'),
  () => other('user.info', 'authp', ' authenticated user admin'),
  () => other('local0.info', 'cli', " User admin from 10.0.0.9:63290 issued command 'syslog follow'"),
];

/** `201211.634`: the time of day as streamer-sip writes it. */
function stampOf(utc: number): string {
  const time = new Date(utc).toISOString();
  return `${time.slice(11, 19).replaceAll(':', '')}.${time.slice(20, 23)}`;
}

const ALL: readonly Noise[] = [...BRIDGE_NOISE, ...OTHER_NOISE];

/** `utc` is what the box believes it is in UTC: some other processes stamp their own messages with it. */
export function noise(what: number, salt: number, utc: number): Message {
  // NOTE: far from the seeds of worlds, whose ids must not come out of it again.
  return at(ALL, what)(utc, 4_000_000_000 + Math.abs(salt % 1_000_003));
}

/** Index of a record that tells zone and year: nginx. */
export const UTC_TWIN = BRIDGE_NOISE.length + 2;
