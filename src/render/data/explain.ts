/** The explanation as JSON: what `explain` says, for programs. */
import type { ConfigurationEntry } from '#view/chronicle/configuration.ts';
import type { Entry, RoleEntry } from '#view/chronicle/entry.ts';
import type { Explanation, MeetingExplanation, PersonExplanation } from '#view/chronicle/explanation.ts';
import type { StateEntry } from '#view/chronicle/instant.ts';
import { plain } from '#view/chronicle/sentence.ts';
import { type EvidenceDetail, proofs } from './evidence.ts';
import { exportFinding } from './json.ts';
import { jsonText, timeText } from './json-text.ts';

export interface ExplanationJsonOptions {
  readonly version: string;
  readonly evidence: EvidenceDetail;
  /** What to look at next, by the code of a finding. */
  readonly checks: ReadonlyMap<string, string>;
}

/** JSON text, two blanks deep, with a final line break. Sentences write their times in the zone that is shown; fields are in UTC. */
export function renderExplanationJson(explanation: Explanation, { version, evidence, checks }: ExplanationJsonOptions): string {
  const data = {
    version: 1,
    generator: `cms-timeline ${version}`,
    spaces: explanation.spaces.map(({ space, meetings, configuration }) => ({
      id: space.id,
      name: space.name,
      meetings: meetings.map((meeting) => meetingOf(meeting, evidence)),
      configuration: configuration.map((entry) => configurationOf(entry, evidence)),
    })),
    findings: explanation.findings.map((finding) => ({ ...exportFinding(finding, evidence), check: checks.get(finding.code) ?? null })),
  };
  return `${jsonText(data, 2)}\n`;
}

function meetingOf({ meeting, moment, entries, people, roles }: MeetingExplanation, evidence: EvidenceDetail) {
  return {
    start: timeText(meeting.span.from),
    end: timeText(meeting.span.to),
    at: moment === null ? null : { time: timeText(moment.at), states: moment.states.map((state) => stateOf(state, evidence)) },
    chronicle: entries.map((entry) => entryOf(entry, evidence)),
    people: people.map((person) => personOf(person, evidence)),
    roles: roles.map((role) => roleOf(role, evidence)),
  };
}

function entryOf({ at, until, kind, sentence, participants, evidence }: Entry, detail: EvidenceDetail) {
  return { at: timeText(at), until: timeText(until), kind, sentence: plain(sentence), participants, evidence: proofs(evidence, detail) };
}

function stateOf({ state, sentence, participants, evidence }: StateEntry, detail: EvidenceDetail) {
  return { state, sentence: plain(sentence), participants, evidence: proofs(evidence, detail) };
}

function personOf({ participant, entries }: PersonExplanation, detail: EvidenceDetail) {
  const { id, name, leg, role, roleBasis } = participant;
  return {
    participant: id,
    name,
    displayName: leg.displayName,
    role,
    roleBasis,
    chronicle: entries.map((entry) => entryOf(entry, detail)),
  };
}

function roleOf({ role, sentence, participants, evidence }: RoleEntry, detail: EvidenceDetail) {
  return { role, sentence: plain(sentence), participants, evidence: proofs(evidence, detail) };
}

function configurationOf({ what, value, confidence, because, evidence }: ConfigurationEntry, detail: EvidenceDetail) {
  return { what, value: plain(value), confidence, because, evidence: proofs(evidence, detail) };
}
