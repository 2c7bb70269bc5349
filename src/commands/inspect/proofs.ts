/** What proves a meeting, apart from what is proven: most of what a meeting takes, and nobody asks for it before looking closely. */
import type { Evidence, Leg, Participant, SpaceSign, Tie } from '#model/index.ts';

/** The records of some participants, and what ties their identities. */
export interface Proofs {
  readonly inputs: readonly string[];
  /** Of each record: which input, which line, what it says. */
  readonly of: readonly number[];
  readonly lines: readonly number[];
  readonly texts: readonly string[];
  readonly ties: readonly (readonly Tie[])[];
}

export interface Bare {
  readonly participants: readonly Participant[];
  readonly signs: readonly SpaceSign[];
}

type Proof = (record: Evidence) => Evidence;

/** Participants and signs whose records say only where they stand, and that of them which is left out. */
export function parted({ participants, signs }: Bare): { readonly bare: Bare; readonly proofs: Proofs } {
  const records = new Map<Evidence, Evidence>();
  // What was one record stays one.
  const proof = keptIn(records, ({ input, line }) => ({ input, line, text: '' }));
  const bare = mapped({ participants, signs }, proof, () => []);
  const ties = participants.map(({ leg }) => leg.ties.map((tie) => ({ ...tie, evidence: tie.evidence.map(proof) })));
  const all = [...records.keys()];
  const inputs = [...new Set(all.map(({ input }) => input))];
  return {
    bare,
    proofs: {
      inputs,
      of: all.map(({ input }) => inputs.indexOf(input)),
      lines: all.map(({ line }) => line),
      texts: all.map(({ text }) => text),
      ties,
    },
  };
}

/** Both together again. */
export function united(bare: Bare, { inputs, of, lines, texts, ties }: Proofs): Bare {
  const places = new Map<string, string>();
  for (const [index, text] of texts.entries()) places.set(`${lines[index]} ${inputs[of[index] ?? -1]}`, text);
  const proof = keptIn(new Map(), ({ input, line }) => ({ input, line, text: places.get(`${line} ${input}`) ?? '' }));
  return mapped(bare, proof, (index) => (ties[index] ?? []).map((tie) => ({ ...tie, evidence: tie.evidence.map(proof) })));
}

function keptIn(records: Map<Evidence, Evidence>, make: Proof): Proof {
  return (record) => {
    const known = records.get(record);
    if (known !== undefined) return known;
    const made = make(record);
    records.set(record, made);
    return made;
  };
}

function mapped({ participants, signs }: Bare, proof: Proof, tiesOf: (index: number) => readonly Tie[]): Bare {
  return {
    participants: participants.map((participant, index) => mappedParticipant(participant, proof, tiesOf(index))),
    signs: signs.map((sign) => proven(sign, proof)),
  };
}

function mappedParticipant(participant: Participant, proof: Proof, ties: readonly Tie[]): Participant {
  const { leg, roleEvidence, intervals, joinedBy, leftBy, contradictions } = participant;
  return {
    ...participant,
    leg: mappedLeg(leg, proof, ties),
    roleEvidence: roleEvidence.map(proof),
    intervals: intervals.map((interval) => ({ ...interval, cause: { ...interval.cause, evidence: interval.cause.evidence.map(proof) } })),
    joinedBy: joinedBy === null ? null : proof(joinedBy),
    leftBy: leftBy === null ? null : proof(leftBy),
    contradictions: contradictions.map((each) => proven(each, proof)),
  };
}

function mappedLeg(leg: Leg, proof: Proof, ties: readonly Tie[]): Leg {
  const { setUp, ended } = leg;
  return { ...leg, setUp: setUp === null ? null : proven(setUp, proof), ended: ended === null ? null : proven(ended, proof), ties };
}

function proven<Sign extends { readonly evidence: Evidence }>(sign: Sign, proof: Proof): Sign {
  return { ...sign, evidence: proof(sign.evidence) };
}
