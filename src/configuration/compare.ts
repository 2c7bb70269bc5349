/** Holds the configuration against a log: who should have been what, who was, and what else is not as configured. */
import type { Analysis } from '#model/analysis.ts';
import type { Finding } from '#model/finding.ts';
import type { Meeting, Participant, Role, Space } from '#model/timeline.ts';
import type { Agreement, Comparison, Outcome, Prediction } from '#model/verdict.ts';
import type { Access } from './access.ts';
import { deactivationFindings } from './deactivation.ts';
import { accessFinder, forecast, mayLockHosts } from './forecast.ts';
import { about, type Foreseen } from './foreseen.ts';
import type { Configuration } from './objects.ts';

/** Predicts every participant's role and holds it against the log's; spaces that the configuration does not know are named. */
export function compare(configuration: Configuration, analysis: Analysis): Comparison {
  const find = accessFinder(configuration);
  const predictions: Prediction[] = [];
  const findings: Finding[] = [];
  for (const space of analysis.spaces) {
    const access = find(space);
    if (access === null) {
      findings.push(notConfigured(space));
      continue;
    }
    for (const meeting of space.meetings) {
      const foreseen = meeting.participants.flatMap((participant): readonly Foreseen[] => {
        const each = forecast(access, participant);
        return each === null ? [] : [{ participant, forecast: each }];
      });
      predictions.push(...foreseen.map((each) => predictionOf(space, each)));
      findings.push(...unknownWays(space, foreseen), ...foreseen.flatMap((each) => participantFindings(space, meeting, access, each)));
      findings.push(...deactivationFindings(space, meeting, foreseen), ...changes(space, meeting));
    }
  }
  return { predictions, findings };
}

/** What the log alone says; a role that came from a configuration proves nothing about it. */
export function observedRole({ role, roleBasis }: Participant): Role {
  return roleBasis === 'configuration' ? 'unknown' : role;
}

function predictionOf(space: Space, { participant, forecast: { took, candidates, outcomes, why } }: Foreseen): Prediction {
  const observed = observedRole(participant);
  return {
    ...{ space: space.id ?? space.name ?? '', participant: participant.id, participantName: participant.name, took },
    ...{ ways: candidates.map(({ name }) => name), predicted: outcomes, observed, agreement: agreementOf(outcomes, observed), why },
  };
}

function agreementOf(outcomes: readonly Outcome[], observed: Role): Agreement {
  if (outcomes.length === 0) return 'not-predicted';
  if (observed === 'unknown') return outcomes.includes('refused') ? 'differs' : 'not-seen';
  if (outcomes.includes(observed)) return outcomes.length > 1 ? 'passcode' : 'agrees';
  return outcomes.includes('unknown') ? 'not-predicted' : 'differs';
}

function participantFindings(
  space: Space,
  meeting: Meeting,
  access: Access,
  { participant, forecast: foreseen }: Foreseen,
): readonly Finding[] {
  const who = participant.name ?? 'a participant without a name';
  const observed = observedRole(participant);
  const finding = (code: string, severity: Finding['severity'], message: string): readonly Finding[] => [
    { ...about(space, [participant]), code, severity, message, evidence: evidenceOf(participant) },
  ];
  const [outcome, ...others] = foreseen.outcomes;
  if (outcome === undefined || others.length > 0) return [];
  if (outcome === 'refused')
    return finding('refused-but-joined', 'error', `"${who}" joined by ${foreseen.took}, although ${foreseen.why}.`);
  if (outcome === 'host' && observed === 'guest') {
    const lock = mayLockHosts(access) || meeting.signs.some(({ kind }) => kind === 'locked') ? ' A lock would explain it.' : '';
    return finding(
      'host-was-deactivated',
      'error',
      `"${who}" took ${foreseen.took} and should be a host (${foreseen.why}), but was deactivated.${lock}`,
    );
  }
  if (outcome === 'guest' && observed === 'host') {
    const message = `"${who}" took ${foreseen.took} and should be a guest (${foreseen.why}), but activated others.`;
    return finding('guest-released-others', 'error', message);
  }
  if (outcome === 'neither' && observed !== 'unknown') {
    const message = `"${who}" took ${foreseen.took} and should be neither guest nor host (${foreseen.why}), but was a ${observed}.`;
    return finding('role-not-as-configured', 'warning', message);
  }
  const left = outcome === 'host' && observed === 'unknown' ? leftWaiting(participant, meeting) : [];
  if (left.length === 0 || mayLockHosts(access)) return [];
  const names = left.map(({ name }) => `"${name ?? '?'}"`).join(', ');
  const message = `"${who}" took ${foreseen.took} and should be a host (${foreseen.why}), but ${names} went on waiting in the lobby.`;
  return finding('host-released-nobody', 'error', message);
}

/** One finding an address, as many may have come by it. */
function unknownWays(space: Space, foreseen: readonly Foreseen[]): readonly Finding[] {
  const byAddress = new Map<string, Foreseen[]>();
  for (const each of foreseen) {
    if (!each.forecast.unknownWay) continue;
    const same = byAddress.get(each.forecast.took) ?? [];
    same.push(each);
    byAddress.set(each.forecast.took, same);
  }
  return [...byAddress].map(([address, same]) => {
    const [first] = same;
    const who = same.length === 1 ? `"${first?.participant.name ?? 'a participant without a name'}"` : `${same.length} participants`;
    const message = `${who} dialled ${address}, which the configuration does not know as a way into this space (${first?.forecast.why ?? ''}).`;
    const participants = same.map(({ participant }) => participant);
    const evidence = participants.flatMap(evidenceOf).slice(0, 5);
    return { ...about(space, participants), code: 'way-in-unknown', severity: 'warning', message, evidence };
  });
}

/**
 * Who waits in the lobby at somebody's joining and still does two seconds later, for want of a host: not after a move to the lobby,
 * and not while another host is there, whose presence would have let them in.
 */
function leftWaiting(host: Participant, { participants }: Meeting): readonly Participant[] {
  const at = host.joinedAt;
  if (at === null) return [];
  const isThere = ({ joinedAt, leftAt }: Participant): boolean => joinedAt !== null && joinedAt < at && (leftAt === null || leftAt > at);
  if (participants.some((other) => other.id !== host.id && other.role === 'host' && isThere(other))) return [];
  return participants.filter(({ intervals }) =>
    intervals.some(({ state, from, to, cause }) => {
      const forWant = cause.kind === 'joined-without-activator' || cause.kind === 'last-activator-left';
      return state === 'lobby' && forWant && from !== null && from < at && (to === null || to > at + 2000);
    }),
  );
}

function changes(space: Space, { signs, participants }: Meeting): readonly Finding[] {
  return signs.flatMap((sign): readonly Finding[] => {
    if (sign.kind !== 'configuration-changed') return [];
    const message = `${sign.by} changed the configuration during the log (${sign.what}): the answers may be from before or after.`;
    const span = { from: sign.at, to: sign.at };
    return [
      {
        ...about(space, participants.slice(0, 0)),
        code: 'configuration-changed',
        severity: 'warning',
        message,
        span,
        evidence: [sign.evidence],
      },
    ];
  });
}

function notConfigured(space: Space): Finding {
  const message = `The space "${space.name ?? space.id ?? '?'}" of the log is not among the answers.`;
  return { ...about(space, []), code: 'space-not-configured', severity: 'info', message, evidence: [] };
}

function evidenceOf({ leg, joinedBy, roleEvidence }: Participant): Finding['evidence'] {
  return [leg.setUp?.evidence, joinedBy, ...roleEvidence].flatMap((evidence) =>
    evidence === null || evidence === undefined ? [] : [evidence],
  );
}
