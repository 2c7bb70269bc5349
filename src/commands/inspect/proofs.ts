/** What proves a meeting, apart from what is proven: most of what a meeting takes, and nobody asks for it before looking closely. */
import type { Evidence, Leg, Participant, SpaceSign, Tie } from '#model/index.ts';

/** The records of some participants, in the order in which these name them first, and what ties their identities. */
export interface Proofs {
  readonly inputs: readonly string[];
  /** Of each record: which input, which line, what it says. Several records may stand on one line. */
  readonly of: readonly number[];
  readonly lines: readonly number[];
  readonly texts: readonly string[];
  /** Ties, and the numbers of their records. */
  readonly ties: readonly (readonly PackedTie[])[];
}

interface PackedTie extends Omit<Tie, 'evidence'> {
  readonly records: readonly number[];
}

export interface Bare {
  readonly participants: readonly Participant[];
  readonly signs: readonly SpaceSign[];
}

type Proof = (record: Evidence) => Evidence;

/** Participants and signs whose records say only where they stand, and that of them which is left out. */
export function parted({ participants, signs }: Bare): { readonly bare: Bare; readonly proofs: Proofs } {
  const numbers = new Map<Evidence, number>();
  const places: Evidence[] = [];
  const numberOf = (record: Evidence): number => {
    const known = numbers.get(record);
    if (known !== undefined) return known;
    numbers.set(record, places.length);
    return places.push({ input: record.input, line: record.line, text: '' }) - 1;
  };
  // What was one record stays one.
  const bare = mapped(
    { participants, signs },
    (record) => places[numberOf(record)] ?? record,
    () => [],
  );
  const ties = participants.map(({ leg }) => leg.ties.map(({ evidence, ...tie }) => ({ ...tie, records: evidence.map(numberOf) })));
  const inputs = [...new Set(places.map(({ input }) => input))];
  return {
    bare,
    proofs: {
      inputs,
      of: places.map(({ input }) => inputs.indexOf(input)),
      lines: places.map(({ line }) => line),
      texts: [...numbers.keys()].map(({ text }) => text),
      ties,
    },
  };
}

/** Both together again. */
export function united(bare: Bare, { inputs, of, lines, texts, ties }: Proofs): Bare {
  const records = texts.map((text, number): Evidence => ({ input: inputs[of[number] ?? -1] ?? '', line: lines[number] ?? 0, text }));
  const met = new Map<Evidence, Evidence>();
  /** They are met in the order in which they were parted. */
  const proof: Proof = (place) => {
    const record = met.get(place) ?? records[met.size] ?? place;
    met.set(place, record);
    return record;
  };
  const tiesOf = (index: number): readonly Tie[] =>
    (ties[index] ?? []).map(({ records: own, ...tie }) => ({ ...tie, evidence: own.flatMap((number) => records[number] ?? []) }));
  return mapped(bare, proof, tiesOf);
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
