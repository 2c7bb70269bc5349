/** The export's JSON: the contract with the outside, mapped from the model so that the model may change. */
import { type Analysis, type Finding, type InputSummary, isDateless, type Meeting, type Participant, type Space } from '#model/index.ts';
import { type EvidenceDetail, proofs } from './evidence.ts';
import { jsonPieces, later, timesOfDay, timeText } from './json-text.ts';

export interface JsonOptions {
  readonly version: string;
  readonly evidence: EvidenceDetail;
}

/** The export as JSON text, two blanks deep, with a final line break; in pieces, as it is several times as long as the analysis. */
export function* renderJson(analysis: Analysis, options: JsonOptions): Generator<string> {
  const { evidence } = options;
  yield* jsonPieces({
    ...exportHead(analysis, options),
    spaces: later(analysis.spaces, ({ id, name, meetings }) => ({
      id,
      name,
      meetings: later(meetings, (meeting) => exportMeeting(meeting, evidence)),
    })),
    findings: later(analysis.findings, (finding) => exportFinding(finding, evidence)),
  });
  yield '\n';
}

/** The export as plain data, in the shape of the contract's schema. */
export function toExport(analysis: Analysis, options: JsonOptions) {
  const { evidence } = options;
  return {
    ...exportHead(analysis, options),
    spaces: analysis.spaces.map((space) => exportSpace(space, evidence)),
    findings: analysis.findings.map((finding) => exportFinding(finding, evidence)),
  };
}

function exportHead({ inputs }: Analysis, { version }: JsonOptions) {
  return { version: 1, generator: `cms-timeline ${version}`, inputs: inputs.map(exportInput) };
}

function exportInput(input: InputSummary) {
  const { name, bytes, lines, records, events, unparsed, framings, hosts, zone, year, repairs, span } = input;
  const known = { name, bytes, lines, records, events, unparsed, framings, hosts, zone, year, repairs };
  return span.from !== null && isDateless(span.from) ? { ...known, date: null } : known;
}

function exportSpace(space: Space, detail: EvidenceDetail) {
  return {
    id: space.id,
    name: space.name,
    meetings: space.meetings.map((meeting) => exportMeeting(meeting, detail)),
  };
}

export function exportMeeting(meeting: Meeting, detail: EvidenceDetail) {
  return {
    start: timeText(meeting.span.from),
    end: timeText(meeting.span.to),
    ...timesOfDay({ start: meeting.span.from, end: meeting.span.to }),
    conferenceIds: meeting.conferences,
    hosts: meeting.hosts,
    phases: meeting.phases.map(({ state, from, to }) => ({ state, from: timeText(from), to: timeText(to), ...timesOfDay({ from, to }) })),
    participants: meeting.participants.map((participant) => exportParticipant(participant, detail)),
  };
}

function exportParticipant(participant: Participant, detail: EvidenceDetail) {
  const { leg } = participant;
  return {
    id: participant.id,
    name: participant.name,
    displayName: leg.displayName,
    kind: leg.kind,
    role: participant.role,
    roleBasis: participant.roleBasis,
    callLegId: leg.callLegId,
    callNumber: leg.callNumber,
    sipCallId: leg.sipCallId,
    dialled: leg.dialled,
    host: leg.host,
    connectedAt: timeText(participant.connectedAt),
    joinedAt: timeText(participant.joinedAt),
    leftAt: timeText(participant.leftAt),
    ...timesOfDay({ connectedAt: participant.connectedAt, joinedAt: participant.joinedAt, leftAt: participant.leftAt }),
    leftReason: participant.leftReason,
    intervals: participant.intervals.map(({ state, from, to, cause }) => ({
      state,
      from: timeText(from),
      to: timeText(to),
      ...timesOfDay({ from, to }),
      cause: { kind: cause.kind, by: cause.by, delayMs: cause.delayMs, evidence: proofs(cause.evidence, detail) },
    })),
  };
}

export function exportFinding(finding: Finding, detail: EvidenceDetail) {
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    space: finding.space,
    participants: finding.participants,
    from: timeText(finding.span.from),
    to: timeText(finding.span.to),
    ...timesOfDay({ from: finding.span.from, to: finding.span.to }),
    evidence: proofs(finding.evidence, detail),
  };
}
