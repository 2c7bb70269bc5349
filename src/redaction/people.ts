/** Names and addresses → pseudonyms that keep what matters: same person, same domain, guest accounts, recorders and streamers. */
import type { Kind, Pseudonyms } from './pseudonyms.ts';

const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/u;
const ipv6 = /^\[?[0-9a-f]{0,4}:[0-9a-f:.]*(?:%\w+)?\]?$/iu;

/** Words by which CMS calls its own clients: what somebody is, not who. */
const machineName = /^(?:streaming|recording|recorder) client\b/iu;
const machineAddress = /^(streamer|streaming|recorder|recording)(?:[-_.]?\d*)$/iu;
const guestAccount = /^guest(\d+)$/iu;

/** What somebody is called in a log: an address where no blank is in it, else a name. */
export function person(text: string, pseudonyms: Pseudonyms): string {
  if (text.trim() === '') return text;
  if (machineName.test(text)) return pseudonyms.remember(machine(text, pseudonyms), text);
  return /\s/u.test(text) ? pseudonyms.of('person', text) : address(text, 'person', pseudonyms);
}

/** `Streaming client (…)`: what stands in the brackets is an id. */
export function isMachine(text: string): boolean {
  return machineName.test(text);
}

function machine(text: string, pseudonyms: Pseudonyms): string {
  const [words = ''] = machineName.exec(text) ?? [];
  const rest = text.slice(words.length).trim();
  return rest === '' ? words : `${words} (${pseudonyms.of('client', rest)})`;
}

/** `sip:anna@corp.example:5061;transport=tls`: scheme and port stay, the rest becomes pseudonyms. */
export function address(text: string, kind: Kind, pseudonyms: Pseudonyms): string {
  const scheme = /^(?:sips?|tel|h323|xmpp|mailto):/iu.exec(text)?.[0] ?? '';
  const core = text.slice(scheme.length);
  if (core === '') return text;
  const at = core.lastIndexOf('@');
  const made =
    at < 0 ? alone(core, kind, pseudonyms) : `${local(core.slice(0, at), kind, pseudonyms)}@${domain(core.slice(at + 1), pseudonyms)}`;
  return scheme + pseudonyms.remember(made, core);
}

/** An address without a domain: a guest account, an IP, a user, or the host that is called. */
function alone(text: string, kind: Kind, pseudonyms: Pseudonyms): string {
  const { host, port, rest } = split(text);
  const isIp = ipv4.test(host) || ipv6.test(host);
  return `${isIp ? ip(host, pseudonyms) : local(host, kind, pseudonyms)}${port}${tail(rest, pseudonyms)}`;
}

function local(text: string, kind: Kind, pseudonyms: Pseudonyms): string {
  if (text === '') return text;
  const machineKind = machineAddress.exec(text)?.[1];
  if (machineKind !== undefined) return pseudonyms.of('client', text).replace('client', machineKind);
  // Seven digits and more are none that CMS counts a guest by in a log of some weeks.
  if (guestAccount.test(text)) return `guest9${pseudonyms.of('person', text).replace(/\D+/gu, '').padStart(6, '0')}`;
  return pseudonyms.of(kind, text);
}

function domain(text: string, pseudonyms: Pseudonyms): string {
  const { host, port, rest } = split(text);
  if (host === '') return text;
  const made = ipv4.test(host) || ipv6.test(host) ? ip(host, pseudonyms) : pseudonyms.of('domain', host);
  return `${made}${port}${tail(rest, pseudonyms)}`;
}

function split(text: string): { readonly host: string; readonly port: string; readonly rest: string } {
  const [, host = text, port = '', rest = ''] = /^(\[[^\]]*\]|[^:;?/]*)(:\d{1,5}(?=$|[;?/]))?(.*)$/su.exec(text) ?? [];
  // An IPv6 address without brackets is all colons.
  return ipv6.test(text) ? { host: text, port: '', rest: '' } : { host, port, rest };
}

/** Parameters and resources: whatever they say, they say it no more. */
function tail(rest: string, pseudonyms: Pseudonyms): string {
  return rest === '' ? '' : `${rest.charAt(0)}${pseudonyms.of('client', rest)}`;
}

export function ip(text: string, pseudonyms: Pseudonyms): string {
  return pseudonyms.of('ip', text.replace(/^\[|\]$/gu, ''));
}
