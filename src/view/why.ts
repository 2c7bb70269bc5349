/** Why a state began, with what happened and where the log says so. */
import type { Cause, Evidence, Instant, Participant } from '#model/index.ts';
import type { ClockFace } from './axis.ts';
import { duration } from './duration.ts';
import { causeWords, laneLabel } from './labels.ts';

/** Delays below are the machine's own; `deactivationModeTime` is counted in seconds. */
const worthSaying = 1000;

export interface WhyOptions {
  readonly face: ClockFace;
  /** The participants of the meeting by id. */
  readonly byId: ReadonlyMap<string, Participant>;
  /** How a place in the log is written. */
  place(evidence: Evidence): string;
}

/** `host stejanss.movi@steven.lab joined (17:49:26.670, line 39)`: the words, then the cause's own time and record where it has them. */
export function whyOf(cause: Cause, at: Instant | null, options: WhyOptions): string {
  const activator = cause.by === null ? undefined : options.byId.get(cause.by);
  const words = causeWords(cause.kind, activator === undefined ? null : laneLabel(activator));
  const { when, proof } = originOf(cause, activator);
  const late = cause.delayMs !== null && cause.delayMs >= worthSaying ? ` ${duration(cause.delayMs)} before` : '';
  const notes = [when === null || when === at ? null : options.face.time(when), proof === null ? null : options.place(proof)].filter(
    (note) => note !== null,
  );
  return `${words}${late}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

/** When and where the activator came or went. */
function originOf({ kind }: Cause, activator: Participant | undefined): { readonly when: Instant | null; readonly proof: Evidence | null } {
  if (activator === undefined) return { when: null, proof: null };
  switch (kind) {
    case 'activator-joined':
      return { when: activator.joinedAt, proof: activator.joinedBy };
    case 'last-activator-left':
      return { when: activator.leftAt, proof: activator.leftBy };
    case 'call-set-up':
    case 'joined-without-activator':
    case 'joined-active':
    case 'released-without-activator':
    case 'deactivated-with-activator':
    case 'log-starts':
      return { when: null, proof: null };
  }
}

/** The record that a change itself rests on: causes list it behind those of what caused it. */
export function proofOf({ evidence }: Cause): Evidence | null {
  return evidence.at(-1) ?? null;
}
