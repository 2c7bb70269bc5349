/** A meeting → what is asked of it when it is looked at closely. In steps: between two of them keys are heard. */
import type { Analysis, Evidence, InputSummary, Meeting, Participant } from '#model/index.ts';
import { pictureOf } from '#view/lanes.ts';
import { type Entry, placeKey, type Scene } from './book.ts';
import { laneKey } from './identity.ts';
import { type Moment, momentsOf } from './moments.ts';

/** Makes a scene; each `yield` is a good moment to do something else. */
export function* sceneInSteps(inputs: readonly InputSummary[], entry: Entry, meeting: Meeting): Generator<undefined, Scene> {
  const analysis = alone(inputs, entry, meeting);
  const [space] = analysis.spaces;
  // Findings are known already: to look them all through again would cost as much as the rest.
  const picture = space === undefined ? null : pictureOf({ ...analysis, findings: [] }, space, meeting);
  yield;
  const moments = momentsOf(meeting);
  yield;
  const marks = marksOf(moments);
  const cited = citedBy(entry, meeting);
  yield;
  return {
    ...{ entry, meeting, analysis, moments, marks, cited },
    picture: picture === null ? null : { ...picture, findings: entry.findings },
    byLane: new Map(meeting.participants.map((participant) => [laneKey(participant), participant])),
    byId: new Map<string, Participant>(meeting.participants.map((participant) => [participant.id, participant])),
  };
}

export function createScene(inputs: readonly InputSummary[], entry: Entry, meeting: Meeting): Scene {
  const steps = sceneInSteps(inputs, entry, meeting);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

function alone(inputs: readonly InputSummary[], { space, findings }: Entry, meeting: Meeting): Analysis {
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

function citedBy({ findings }: Entry, { participants, signs }: Meeting): ReadonlySet<string> {
  const cited = new Set<string>();
  const cite = (evidence: readonly Evidence[]): void => {
    for (const each of evidence) cited.add(placeKey(each));
  };
  for (const { leg, roleEvidence, intervals } of participants) {
    cite(roleEvidence);
    for (const tie of leg.ties) cite(tie.evidence);
    for (const { cause } of intervals) cite(cause.evidence);
  }
  for (const { evidence } of findings) cite(evidence);
  for (const { evidence } of signs) cite([evidence]);
  return cited;
}
