/** A meeting → what is asked of it when it is looked at closely. In steps: between two of them keys are heard. */
import type { Analysis, Evidence, Finding, InputSummary, Meeting, Participant } from '#model/index.ts';
import type { ClockFace } from '#view/axis.ts';
import { pictureOf } from '#view/lanes.ts';
import { summaryOf } from '#view/summary.ts';
import { type Entry, placeKey, type Scene } from './book.ts';
import { laneKey } from './identity.ts';
import { inOrder, type Moment, momentsOfParticipant } from './moments.ts';

/** So many participants between two moments at which others may be heard. */
const stride = 64;

/** Makes a scene; each `yield` is a good moment to do something else. */
export function* sceneInSteps(
  inputs: readonly InputSummary[],
  face: ClockFace,
  entry: Entry,
  meeting: Meeting,
  findings: readonly Finding[],
): Generator<undefined, Scene> {
  const analysis = alone(inputs, entry, meeting, findings);
  const { participants } = meeting;
  const [space] = analysis.spaces;
  // Findings are known already: to look them all through again would cost as much as the rest.
  const picture = space === undefined ? null : pictureOf({ ...analysis, findings: [] }, space, meeting);
  yield;
  const summary = summaryOf(analysis, meeting, face);
  yield;
  const found: Moment[] = [];
  const cited = new Set<string>();
  for (let at = 0; at < participants.length; at += stride) {
    const some = participants.slice(at, at + stride);
    found.push(...some.flatMap(momentsOfParticipant));
    for (const participant of some) cite(cited, evidenceOf(participant));
    yield;
  }
  cite(cited, [...findings.flatMap(({ evidence }) => evidence), ...meeting.signs.map(({ evidence }) => evidence)]);
  const moments = inOrder(found);
  yield;
  return {
    ...{ entry, meeting, findings, analysis, summary, moments, cited, marks: marksOf(moments) },
    picture: picture === null ? null : { ...picture, findings },
    byLane: new Map(participants.map((participant) => [laneKey(participant), participant])),
    byId: new Map<string, Participant>(participants.map((participant) => [participant.id, participant])),
  };
}

export function createScene(...known: Parameters<typeof sceneInSteps>): Scene {
  const steps = sceneInSteps(...known);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function alone(inputs: readonly InputSummary[], { space }: Entry, meeting: Meeting, findings: readonly Finding[]): Analysis {
  return {
    ...{ inputs, findings, behaviours: [], strays: [] },
    spaces: [{ ...space, meetings: [meeting] }],
    unread: { records: [], recordCount: 0, lines: [], lineCount: 0 },
  };
}

function marksOf(moments: readonly Moment[]): ReadonlyMap<string, readonly Moment[]> {
  const marks = new Map<string, Moment[]>();
  for (const moment of moments) {
    if (moment.evidence === null) continue;
    const key = placeKey(moment.evidence);
    const list = marks.get(key);
    if (list === undefined) marks.set(key, [moment]);
    else list.push(moment);
  }
  return marks;
}

function cite(cited: Set<string>, evidence: readonly Evidence[]): void {
  for (const each of evidence) cited.add(placeKey(each));
}

function evidenceOf({ leg, roleEvidence, intervals }: Participant): readonly Evidence[] {
  return [...roleEvidence, ...leg.ties.flatMap((tie) => tie.evidence), ...intervals.flatMap(({ cause }) => cause.evidence)];
}
