/** Reads an export (contract, version 1) as far as the judge needs it; anything of another shape is an error. */

export interface FoundInterval {
  readonly state: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly cause: string;
  readonly by: string | null;
  readonly delayMs: number | null;
}

export interface FoundParticipant {
  readonly id: string;
  readonly name: string | null;
  readonly displayName: string | null;
  readonly kind: string;
  readonly role: string;
  readonly roleBasis: string | null;
  readonly callLegId: string | null;
  readonly callNumber: number | null;
  readonly sipCallId: string | null;
  readonly dialled: string | null;
  readonly host: string | null;
  readonly connectedAt: number | null;
  readonly joinedAt: number | null;
  readonly leftAt: number | null;
  readonly leftReason: string | null;
  readonly intervals: readonly FoundInterval[];
}

export interface FoundPhase {
  readonly state: string;
  readonly from: number | null;
  readonly to: number | null;
}

export interface FoundMeeting {
  readonly start: number | null;
  readonly end: number | null;
  readonly conferenceIds: readonly string[];
  readonly hosts: readonly string[];
  readonly phases: readonly FoundPhase[];
  readonly participants: readonly FoundParticipant[];
}

export interface FoundSpace {
  readonly id: string | null;
  readonly name: string | null;
  readonly meetings: readonly FoundMeeting[];
}

export interface FoundFinding {
  readonly code: string;
  readonly message: string;
  readonly participants: readonly string[];
}

export interface Found {
  readonly spaces: readonly FoundSpace[];
  readonly findings: readonly FoundFinding[];
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fields(value: unknown, what: string): Fields {
  if (!isFields(value)) throw new Error(`the export has no ${what} where one belongs: ${JSON.stringify(value)}`);
  return value;
}

function list<T>(value: unknown, what: string, read: (entry: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw new Error(`the export has no list of ${what}: ${JSON.stringify(value)}`);
  return value.map(read);
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`the export has no text where one belongs: ${JSON.stringify(value)}`);
  return value;
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : text(value);
}

function numberOrNull(value: unknown): number | null {
  if (value !== null && typeof value !== 'number') throw new Error(`not a number: ${JSON.stringify(value)}`);
  return value;
}

function time(value: unknown): number | null {
  if (value === null) return null;
  const at = Date.parse(text(value));
  if (Number.isNaN(at)) throw new Error(`not a time: ${JSON.stringify(value)}`);
  return at;
}

function interval(value: unknown): FoundInterval {
  const { state, from, to, cause } = fields(value, 'interval');
  const { kind, by, delayMs } = fields(cause, 'cause');
  return {
    state: text(state),
    from: time(from),
    to: time(to),
    cause: text(kind),
    by: textOrNull(by),
    delayMs: numberOrNull(delayMs),
  };
}

function participant(value: unknown): FoundParticipant {
  const one = fields(value, 'participant');
  return {
    id: text(one['id']),
    name: textOrNull(one['name']),
    displayName: textOrNull(one['displayName']),
    kind: text(one['kind']),
    role: text(one['role']),
    roleBasis: textOrNull(one['roleBasis']),
    callLegId: textOrNull(one['callLegId']),
    callNumber: numberOrNull(one['callNumber']),
    sipCallId: textOrNull(one['sipCallId']),
    dialled: textOrNull(one['dialled']),
    host: textOrNull(one['host']),
    connectedAt: time(one['connectedAt']),
    joinedAt: time(one['joinedAt']),
    leftAt: time(one['leftAt']),
    leftReason: textOrNull(one['leftReason']),
    intervals: list(one['intervals'], 'intervals', interval),
  };
}

function phase(value: unknown): FoundPhase {
  const { state, from, to } = fields(value, 'phase');
  return { state: text(state), from: time(from), to: time(to) };
}

function meeting(value: unknown): FoundMeeting {
  const one = fields(value, 'meeting');
  return {
    start: time(one['start']),
    end: time(one['end']),
    conferenceIds: list(one['conferenceIds'], 'conference ids', text),
    hosts: list(one['hosts'], 'hosts', text),
    phases: list(one['phases'], 'phases', phase),
    participants: list(one['participants'], 'participants', participant),
  };
}

function space(value: unknown): FoundSpace {
  const { id, name, meetings } = fields(value, 'space');
  return { id: textOrNull(id), name: textOrNull(name), meetings: list(meetings, 'meetings', meeting) };
}

function finding(value: unknown): FoundFinding {
  const { code, message, participants } = fields(value, 'finding');
  return { code: text(code), message: text(message), participants: list(participants, 'participants', text) };
}

export function readExport(value: unknown): Found {
  const { spaces, findings } = fields(value, 'export');
  return { spaces: list(spaces, 'spaces', space), findings: list(findings, 'findings', finding) };
}
