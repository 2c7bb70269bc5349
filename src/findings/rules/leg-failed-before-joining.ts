import type { Leg, Space } from '#model/index.ts';
import { say } from '../sentence.ts';
import { proof } from '../evidence.ts';
import type { Found, Rule } from '../rule.ts';
import { listed } from '../words.ts';

interface Failure {
  readonly leg: Leg;
  readonly reason: string;
  /** The space that others came into by this address. */
  readonly space: Space['id'];
  /** Others came in by an address of this domain. */
  readonly ownDomain: boolean;
}

export const legFailedBeforeJoining: Rule = {
  code: 'leg-failed-before-joining',
  severity: 'warning',
  meaning:
    'Calls ended before they joined a space, with the cause that the log gives: all of one cause together. For information where callers hung up themselves, which only counts at an address by which others came in (other calls may be gateway calls), ' +
    'and where strangers called addresses of domains that nobody came in by, as scanners do.',
  check:
    'Is the address that was called one of an access method of the space, and does an incoming dial plan rule match its domain? Who hangs up at the PIN prompt may not know the PIN.',
  look({ strays }) {
    const spaces = new Map<string, Space['id']>();
    return {
      space(scenes, { id }) {
        for (const { people } of scenes) for (const { leg } of people) if (leg.dialled !== null) spaces.set(leg.dialled.toLowerCase(), id);
        return [];
      },
      end() {
        const ways = { spaces, domains: new Set([...spaces.keys()].map(domainOf)) };
        const failures = strays.flatMap(({ leg }) => failureOf(leg, ways));
        return Map.groupBy(failures, ({ reason, space, ownDomain }) => `${reason}\n${space ?? ''}\n${ownDomain}`)
          .values()
          .flatMap(told);
      },
    };
  },
};

/** Ways in, by the addresses that were called. */
interface Ways {
  readonly spaces: ReadonlyMap<string, Space['id']>;
  readonly domains: ReadonlySet<string>;
}

function failureOf(leg: Leg, { spaces, domains }: Ways): readonly Failure[] {
  const reason = leg.ended?.reason ?? null;
  if (reason === null) return [];
  const dialled = leg.dialled?.toLowerCase() ?? '';
  const space = spaces.get(dialled);
  const byBridge = /^local\b/iu.test(reason);
  if (!byBridge && space === undefined) return [];
  return [{ leg, reason, space: space ?? null, ownDomain: leg.dialled === null || domains.has(domainOf(dialled)) }];
}

function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1).replace(/:\d+$/u, '');
}

function told(group: readonly Failure[]): readonly Found[] {
  const inOrder = group.toSorted((a, b) => (a.leg.ended?.at ?? 0) - (b.leg.ended?.at ?? 0));
  const [first] = inOrder;
  const from = first?.leg.ended?.at ?? null;
  const to = inOrder.at(-1)?.leg.ended?.at ?? null;
  if (first === undefined || from === null || to === null) return [];
  const [many, before] = group.length === 1 ? ['A call', 'it'] : [`${group.length} calls`, 'they'];
  const span = group.length === 1 ? say`at ${from}` : say`from ${from} to ${to}`;
  const byBridge = /^local\b/iu.test(first.reason);
  return [
    {
      severity: byBridge && first.ownDomain ? 'warning' : 'info',
      message: say`${many} ended before ${before} joined a space, ${span}, with: ${first.reason}; ${parties(inOrder)}.`,
      space: first.space,
      participants: [],
      from,
      to,
      evidence: proof(...inOrder.map(({ leg }) => [leg.setUp?.evidence, leg.ended?.evidence].filter((one) => one != null))),
    },
  ];
}

/** Who called what; calls out by whom they were to reach. */
function parties(failures: readonly Failure[]): string {
  const incoming = failures.filter(({ leg }) => leg.dialled !== null);
  const outgoing = failures.filter(({ leg }) => leg.dialled === null);
  const parts = [];
  if (incoming.length > 0) {
    const called = listed(incoming.flatMap(({ leg }) => leg.dialled ?? []));
    parts.push(`called: ${called}, by ${listed(incoming.map(({ leg }) => leg.address ?? 'somebody'))}`);
  }
  if (outgoing.length > 0) parts.push(`to be reached: ${listed(outgoing.map(({ leg }) => leg.address ?? 'somebody'))}`);
  return parts.join('; ');
}
