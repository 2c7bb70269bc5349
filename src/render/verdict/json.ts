/** The verdict as data; `verdict.schema.json` beside this file is its shape. Times are ISO 8601 in UTC. */
import { type Finding, type Instant, isDateless, iso } from '#model/index.ts';
import type { ApiCall, Comparison, Resolved, SpaceVerdict, Verdict, WayIn } from '#model/verdict.ts';

export interface VerdictJsonOptions {
  /** Of the program. */
  readonly version: string;
}

/** The whole verdict as data, indented. */
export function renderVerdictJson(verdict: Verdict, { version }: VerdictJsonOptions): string {
  const { spaces, notices, objects, mended, ignored, comparison } = verdict;
  const data = {
    version: 1,
    generator: `cms-timeline ${version}`,
    spaces: spaces.map(spaceData),
    notices: notices.map(({ code, severity, message, place }) => ({ code, severity, message, place })),
    read: { objects, mended, ignored },
    comparison: comparison === null ? null : comparisonData(comparison),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function spaceData({ id, name, version, place, levels, ways, scenarios, lastHostLeaves, faults }: SpaceVerdict) {
  return {
    ...{ id, name, version, place },
    levels: levels.map(({ name: level, id: object, of, callLegProfile, callProfile }) => ({
      level,
      id: object,
      of,
      callLegProfile,
      callProfile,
    })),
    ways: ways.map(wayData),
    scenarios: scenarios.map(({ number, sentence }) => ({ number, sentence })),
    lastHostLeaves,
    faults: faults.map(({ code, severity, message, ways: concerned, changes }) => ({
      ...{ code, severity, message, ways: concerned },
      changes: changes.map(callData),
    })),
  };
}

function wayData({ name, door, passcode, accessMethod, outcome, why, parameters }: WayIn) {
  return {
    ...{ name, door, outcome, why, accessMethod },
    passcode: passcode.kind === 'set' ? { kind: passcode.kind, sameAs: passcode.sameAs } : { kind: passcode.kind },
    parameters: {
      needsActivation: resolvedData(parameters.needsActivation),
      deactivationMode: resolvedData(parameters.deactivationMode),
      deactivationModeTime: resolvedData(parameters.deactivationModeTime),
      passcodeMode: resolvedData(parameters.passcodeMode),
      passcodeTimeout: resolvedData(parameters.passcodeTimeout),
      locked: resolvedData(parameters.locked),
      lockMode: resolvedData(parameters.lockMode),
    },
  };
}

/** One shape for all three states, so that a reader needs no case distinction to get at the value. */
function resolvedData<T>(resolved: Resolved<T>) {
  switch (resolved.state) {
    case 'set':
      return { state: resolved.state, value: resolved.value, level: resolved.level, profile: resolved.profile, reason: null };
    case 'unset':
      return { state: resolved.state, value: null, level: null, profile: null, reason: null };
    case 'unknown':
      return { state: resolved.state, value: null, level: resolved.level, profile: resolved.profile, reason: resolved.why };
  }
}

function callData({ method, path, parameters }: ApiCall) {
  return { method, path: `/api/v1${path}`, parameters };
}

function comparisonData({ predictions, findings }: Comparison) {
  return {
    predictions: predictions.map(({ space, participant, participantName, took, ways, predicted, observed, agreement, why }) => ({
      ...{ space, participant, participantName, took, ways, predicted, observed, agreement, why },
    })),
    findings: findings.map(findingData),
  };
}

/** As in the export of timelines. */
function timeText(at: Instant | null): string | null {
  return at === null || isDateless(at) ? null : iso(at);
}

function findingData({ code, severity, message, space, participants, span, evidence }: Finding) {
  return {
    ...{ code, severity, message, space, participants },
    from: timeText(span.from),
    to: timeText(span.to),
    evidence: evidence.map(({ input, line, text }) => ({ input, line, text })),
  };
}
