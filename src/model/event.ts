/**
 * The vocabulary: which events exist and with which fields. Grammar files own the wordings, this table owns the meaning.
 * A new spelling of an event is a line in `grammars/`; a new kind of event is a line here and code that knows what to do with it.
 */
import type { Guid } from './identity.ts';
import type { LogRecord } from './record.ts';

/**
 * Types of fields. `text` is free text; `uri` an address, in which blanks cannot stand; `?` = may be missing (null).
 * A `duration` is `M:SS` or `H:MM:SS`, read as milliseconds.
 */
export type FieldType = 'guid' | 'int' | 'text' | 'uri' | 'duration' | 'guid?' | 'text?' | 'uri?';

export const vocabulary = {
  'call-incoming': { call: 'int', from: 'uri', dialled: 'uri' },
  'call-outgoing': { call: 'int', to: 'uri', spaceName: 'text?' },
  'call-ringing': { call: 'int' },
  'call-configured': { call: 'int', leg: 'guid', sipCallId: 'text?' },
  'call-allocated': { call: 'int', user: 'text', displayName: 'text?', client: 'text?' },
  'call-prompt-ended': { call: 'int' },
  'call-media': { call: 'int' },
  'call-ending': { call: 'int', reason: 'text', outcome: 'text', duration: 'duration' },
  'call-torn-down': { call: 'int', user: 'text' },
  'call-leg-destroyed': { call: 'int', leg: 'guid' },
  'call-forwarded': { from: 'uri', to: 'uri' },
  'call-presentation': { call: 'int', user: 'text?' },
  'leg-in-conference': { leg: 'guid', conference: 'guid', apiCall: 'guid' },
  'leg-deactivated': { leg: 'guid' },
  'leg-activated': { leg: 'guid' },
  'participant-joined-space': { name: 'text', space: 'guid', spaceName: 'text' },
  'participant-left-space': { name: 'text', space: 'guid', spaceName: 'text' },
  'participant-joined-conference': { name: 'text', leg: 'guid', conference: 'guid', via: 'text' },
  'participant-moving': { leg: 'guid', user: 'text', apiCall: 'guid' },
  'conference-correlated': { name: 'text', space: 'guid', correlator: 'guid', conference: 'guid' },
  'conference-named': { conference: 'guid', name: 'text' },
  'conference-media': { conference: 'guid', media: 'guid' },
  'conference-destroyed': { media: 'guid' },
  'conference-unencrypted': { name: 'text' },
  'conference-lock-consensus': { conference: 'guid' },
  'conference-lock-changed': { conference: 'guid', state: 'text' },
  'conference-bridge': { conference: 'guid', bridge: 'text', running: 'text?' },
  'streaming-started': { spaceName: 'text', user: 'text?' },
  'recording-started': { spaceName: 'text', user: 'text?' },
  'guest-account-created': { user: 'text' },
  'guest-account-removed': { user: 'text', displayName: 'text' },
  'guest-account-destroyed': { user: 'text' },
  'user-instantiated': { user: 'text' },
  'session-created': { user: 'text' },
  'session-ended': { user: 'text' },
  'login-succeeded': { user: 'text' },
  'login-failed': { user: 'text' },
  'web-app-action': { session: 'guid', displayName: 'text', leg: 'guid?', action: 'text' },
  'web-app-token': { user: 'text', apiCall: 'guid', leg: 'guid' },
  'api-participant-created': { address: 'text', apiUser: 'text', leg: 'guid', apiCall: 'guid' },
  'api-call-modified': { address: 'text', apiUser: 'text', apiCall: 'guid' },
  'api-space-modified': { address: 'text', apiUser: 'text', space: 'guid', spaceName: 'text' },
  'api-profile-created': { address: 'text', apiUser: 'text', profile: 'guid' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldType>>>>;

export type EventKind = keyof typeof vocabulary;

interface FieldValue {
  readonly guid: Guid;
  readonly int: number;
  readonly text: string;
  readonly uri: string;
  readonly duration: number;
  readonly 'guid?': Guid | null;
  readonly 'text?': string | null;
  readonly 'uri?': string | null;
}

type FieldsOf<Shape extends Readonly<Record<string, FieldType>>> = {
  readonly [Name in keyof Shape]: FieldValue[Shape[Name]];
};

/** The fields of one kind of event, typed from the table. */
export type EventFields<Kind extends EventKind> = FieldsOf<(typeof vocabulary)[Kind]>;

/** One record, understood: its kind, its fields, and the record that says so. */
export type EventOf<Kind extends EventKind> = {
  readonly kind: Kind;
  readonly record: LogRecord;
} & EventFields<Kind>;

/** Any event: a union over the table, to be told apart by `kind`. */
export type CmsEvent = { [Kind in EventKind]: EventOf<Kind> }[EventKind];

/** A record that begins like a known message but is not one: where the reading stopped, and what was expected there. */
export interface Unread {
  readonly record: LogRecord;
  /** The event whose wording was followed furthest. */
  readonly begins: EventKind | null;
  /** It begins like nothing that is known. */
  readonly isStrange?: boolean;
  /** Character of the message (from 0) where reading stopped. */
  readonly stoppedAt: number;
  readonly expected: string;
}
