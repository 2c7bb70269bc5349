/** What there is to say of a participant or a meeting, fact by fact, each with its record. */
import type { Evidence, Finding, IdentityKind, Instant, Participant, TieBasis } from '#model/index.ts';
import type { Tone } from '#render/text/style.ts';
import type { ClockFace } from '#view/axis.ts';
import { duration } from '#view/duration.ts';
import { basisWords, kindWords, laneLabel, roleWords, severityWords, stateWords } from '#view/labels.ts';
import { safe } from '#view/safe.ts';
import { lengthOf } from '#view/waits.ts';
import { proofOf, whyOf } from '#view/why.ts';
import type { Book, Scene } from './book.ts';
import { lastAt } from './moments.ts';

export interface Fact {
  /** A heading stands above what follows it, and cannot be selected. */
  readonly kind: 'heading' | 'fact';
  readonly text: string;
  readonly tone: Tone;
  readonly at: Instant | null;
  readonly evidence: Evidence | null;
}

const fact = (text: string, evidence: Evidence | null = null, at: Instant | null = null, tone: Tone = 'plain'): Fact => ({
  kind: 'fact',
  ...{ text, tone, at, evidence },
});
const heading = (text: string): Fact => ({ kind: 'heading', text, tone: 'heading', at: null, evidence: null });

const identityWords: Readonly<Record<IdentityKind, string>> = {
  'call-number': 'call',
  'call-leg': 'leg',
  'sip-call-id': 'SIP call ID',
  participant: 'participant',
  user: 'user',
  'display-name': 'display name',
  address: 'address',
  conference: 'conference',
  'api-call': 'API call',
  space: 'space',
};

const tieWords: Readonly<Record<TieBasis, string>> = {
  stated: 'one record names both',
  adjacent: 'records of one moment',
  'same-name': 'the same name',
  elimination: 'nothing else is left',
};

export function participantFacts(book: Book, scene: Scene, participant: Participant, at: Instant | null): readonly Fact[] {
  const { face } = book;
  const { leg, role, roleBasis, roleEvidence, leftAt, leftBy, leftReason, contradictions } = participant;
  const basis = roleBasis === null ? '' : `: ${basisWords[roleBasis]}`;
  const findings = scene.findings.filter(({ participants }) => participants.includes(participant.id));
  const known = scene.picture === null ? null : { from: scene.picture.from, to: scene.picture.known };
  const options = { face, byId: scene.byId, place: ({ line }: Evidence) => `line ${line}` };
  return [
    heading(laneLabel(participant)),
    fact(`${roleWords[role]}${basis}`, roleEvidence.at(-1) ?? null),
    ...(at === null ? [] : [fact(stateAtWords(participant, at, face), null, at, 'strong')]),
    heading('States'),
    ...participant.intervals.map((interval) => {
      const { state, from, cause } = interval;
      const length = known === null ? null : lengthOf(interval, known);
      const long = length === null ? '' : ` ${length.more ? 'at least ' : ''}${duration(length.ms)}`;
      const tone: Tone = state === 'lobby' ? 'lobby' : state === 'active' ? 'active' : 'plain';
      return fact(
        `${from === null ? 'before' : face.time(from)} ${stateWords[state]}${long}: ${whyOf(cause, from, options)}`,
        proofOf(cause),
        from,
        tone,
      );
    }),
    ...(leftAt === null
      ? [fact('still there when the log ends')]
      : [
          fact(
            `${face.time(leftAt)} left${leftReason === null ? '' : `: ${safe(leftReason)}`}`,
            leftBy ?? leg.ended?.evidence ?? null,
            leftAt,
          ),
        ]),
    ...findingFacts(findings),
    ...contradictions.map((each) => fact(`${face.time(each.at)} ${safe(each.what)}`, each.evidence, each.at, 'warning')),
    heading('Identity'),
    ...identities(participant),
    ...tiesOf(participant),
  ];
}

/** `14:00:30.000: in the lobby, for 31.655 s`. */
export function stateAtWords(participant: Participant, at: Instant, face: ClockFace): string {
  const { state, since } = stateAt(participant, at);
  if (state === null) return `${face.time(at)}: not there`;
  return `${face.time(at)}: ${stateWords[state]}${since === null ? '' : `, for ${duration(at - since)}`}`;
}

/** The state of a participant at an instant; null = not there. */
export function stateAt({ intervals }: Participant, at: Instant) {
  const found = intervals.findLast(({ from, to }) => (from === null || from <= at) && (to === null || at < to));
  return { state: found?.state ?? null, since: found?.from ?? null };
}

function findingFacts(findings: readonly Finding[]): readonly Fact[] {
  if (findings.length === 0) return [];
  return [
    heading('Findings'),
    ...findings.map(({ severity, message, evidence, span }) =>
      fact(`${severityWords[severity]}: ${safe(message)}`, evidence[0] ?? null, span.from, severity === 'info' ? 'plain' : severity),
    ),
  ];
}

function identities({ leg, name }: Participant): readonly Fact[] {
  const parts: readonly (readonly [string, string | null])[] = [
    ['name', name],
    ['display name', leg.displayName],
    ['kind', kindWords[leg.kind]],
    ['address', leg.address],
    ['user', leg.user],
    ['dialled', leg.dialled],
    ['call', leg.callNumber === null ? null : String(leg.callNumber)],
    ['leg', leg.callLegId],
    ['SIP call ID', leg.sipCallId],
    ['Call Bridge', leg.host],
  ];
  return parts.flatMap(([what, value]) =>
    value === null || value === '' ? [] : [fact(`${what} ${safe(value)}`, leg.setUp?.evidence ?? null)],
  );
}

function tiesOf({ leg }: Participant): readonly Fact[] {
  if (leg.ties.length === 0) return [];
  return [
    heading('What ties these together'),
    ...leg.ties.map(({ a, b, basis, evidence }) => {
      const side = ({ kind, value }: typeof a): string => `${identityWords[kind]} ${safe(value)}`;
      return fact(`${side(a)} = ${side(b)}: ${tieWords[basis]}`, evidence[0] ?? null);
    }),
  ];
}

export function meetingFacts(book: Book, scene: Scene): readonly Fact[] {
  const { entry, meeting, summary, moments } = scene;
  const { space } = entry;
  const { face } = book;
  return [
    heading(entry.title),
    // Sentences about all of it: no one record says them.
    ...summary.map((sentence) => fact(sentence, null, moments[0]?.at ?? null)),
    ...findingFacts(scene.findings),
    heading('Who changed whom'),
    ...changes(scene, face),
    heading('Identity'),
    ...(space.id === null ? [] : [fact(`space ${space.id}`)]),
    ...meeting.conferences.map((id) => fact(`conference ${safe(id)}`)),
    ...meeting.hosts.map((host) => fact(`Call Bridge ${safe(host)}`)),
    ...meeting.signs.map((sign) => fact(`${face.time(sign.at)} ${sign.kind.replaceAll('-', ' ')}`, sign.evidence, sign.at)),
  ];
}

function changes({ picture, byId }: Scene, face: ClockFace): readonly Fact[] {
  const links = picture?.links ?? [];
  if (links.length === 0) return [fact('nobody, as far as the log tells')];
  return links.map(({ kind, by, at, effects, evidence }) => {
    const activator = byId.get(by);
    const who = activator === undefined ? 'a host' : laneLabel(activator);
    const many = `${effects.length} participant${effects.length === 1 ? '' : 's'}`;
    const what = kind === 'activator-joined' ? `joined and released ${many}` : `left, and ${many} went back to the lobby`;
    return fact(`${at === null ? '' : `${face.time(at)} `}${who} ${what}`, evidence[0] ?? null, at ?? effects[0]?.at ?? null);
  });
}

/** The moments that are nearest before and after an instant. */
export function neighbours(scene: Scene, lane: string | null, at: Instant) {
  const moments = lane === null ? scene.moments : scene.moments.filter((moment) => moment.lane === lane);
  const upTo = lastAt(moments, at);
  let before = upTo;
  while (before >= 0 && (moments[before]?.at ?? 0) >= at) before -= 1;
  return { before: moments[before] ?? null, after: moments[upTo + 1] ?? null };
}
