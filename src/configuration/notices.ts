/** What there is to say about answers as such. Sentences never quote an answer: it may hold passcodes. */
import type { Notice, Place } from '#model/verdict.ts';
import type { Answer, RawObject } from './answer.ts';
import type { ObjectKind } from './names.ts';

const kindNames: Readonly<Record<ObjectKind, string>> = {
  systemProfiles: 'system profiles',
  tenant: 'tenant',
  coSpace: 'space',
  accessMethod: 'access method',
  coSpaceUser: 'member',
  callLegProfile: 'call leg profile',
  callProfile: 'call profile',
};

/** The field's word for an object of a kind. */
export function nameOfKind(kind: ObjectKind): string {
  return kindNames[kind];
}

/** An object by kind and id. */
export function nameOf({ kind, id }: Pick<RawObject, 'kind' | 'id'>): string {
  return id === '' ? kindNames[kind] : `${kindNames[kind]} ${id}`;
}

function warning(code: string, message: string, place: Place | null): Notice {
  return { code, severity: 'warning', message, place };
}

/** Notices of one answer: damage that mending could not undo. */
export function ofAnswer({ problem, cut, place, objects }: Answer): readonly Notice[] {
  const subject = objects[0] === undefined ? 'An answer' : `The answer with ${nameOf(objects[0])}`;
  const notices: Notice[] = [];
  if (cut) notices.push(warning('cut-off', `${subject} ends in the middle: what is missing counts as unknown, not as unset.`, place));
  switch (problem) {
    case null:
      break;
    case 'not-well-formed':
      if (!cut) notices.push(warning('not-well-formed', `${subject} is no well-formed XML: what could be read of it is used.`, place));
      break;
    case 'entities':
      notices.push(warning('entities', `${subject} uses entities that XML does not define; they are never resolved.`, place));
      break;
    case 'too-deep':
    case 'too-many-elements':
      notices.push(
        warning(problem, `${subject} is ${problem.replaceAll('-', ' ')} for an answer of the API; the rest is left out.`, place),
      );
      break;
  }
  return notices;
}

/** A text with a document type. */
export function doctype(place: Place): Notice {
  return warning('doctype', 'The text declares a document type. Answers of CMS have none; its entities are never resolved.', place);
}

/** A refusal that was saved instead of an object. */
export function failure(place: Place): Notice {
  return warning('failure-answer', 'The server refused a request: the answer is failureDetails instead of an object.', place);
}

/** A value that no mending makes sense of. @param expected the values there are, in words */
export function illegible(object: RawObject, field: string, expected: string): Notice {
  const message = `${field} of ${nameOf(object)} cannot be read (expected ${expected}); it counts as unknown.`;
  return warning('illegible-value', message, object.place);
}

/** Two answers for one object. @param before where the other one stands */
export function differing(object: RawObject, before: Place): Notice {
  const message = `${capital(nameOf(object))} is answered twice with differences (also ${placed(before)}); the later answer counts.`;
  return warning('differing-answers', message, object.place);
}

/** A child whose parent nothing tells. */
export function withoutSpace(object: RawObject): Notice {
  const message =
    `${capital(nameOf(object))} cannot be told to belong to a space: save it as coSpaces/<space id>/${object.kind}s/<id>.xml, ` +
    'or put it behind its space in the same file.';
  return warning('without-space', message, object.place);
}

/** A space with several answers. @param object the last of them */
export function versions(object: RawObject, count: number): Notice {
  return {
    code: 'space-versions',
    severity: 'info',
    message: `${capital(nameOf(object))} is answered ${count} times with differences: each is judged by itself, and the last is held against logs.`,
    place: object.place,
  };
}

/** A call ID that may have suffered from being copied; call IDs are text, so that it is not mended. */
export function doubtfulCallId(object: RawObject): Notice {
  return warning('doubtful-call-id', `The call ID of ${nameOf(object)} mixes digits with letters that look like digits.`, object.place);
}

/** A profile of which only the prose tells what it is. */
export function fromProse(profile: string, part: 'guest' | 'host', place: Place): Notice {
  const message =
    `Call leg profile ${profile} is not among the answers. The text calls it the ${part} profile, so that ` +
    `needsActivation=${part === 'guest'} is assumed: GET /callLegProfiles/${profile} would tell.`;
  return warning('profile-from-prose', message, place);
}

function placed({ input, line }: Place): string {
  return `${input}:${line}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
