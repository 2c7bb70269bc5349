/** What one answer says, still as text, but without secrets: passcodes are tokens from here on, `secret` is gone. */
import type { Place } from '#model/verdict.ts';
import { mendId, mendLine, mendXml } from './mend.ts';
import { elementOf, fieldsOf, listOf, type ObjectKind, rootOf } from './names.ts';
import { type Passcodes, savedInPart } from './passcodes.ts';
import { count, type Slice, type Tally } from './text.ts';
import { readXml, type XmlElement, type XmlReading } from './xml.ts';

/** One object as an answer gives it. */
export interface RawObject {
  readonly kind: ObjectKind;
  /** Empty for the system profiles, of which there is one. */
  readonly id: string;
  /** Text by element. A field that is absent is unset, if the object is given in full. Passcodes are tokens of {@link Passcodes}. */
  readonly fields: ReadonlyMap<string, string>;
  /** false = an item of a list, which is abridged (stated), or cut off. */
  readonly full: boolean;
  readonly place: Place;
  /** The path that was asked, where it is known. */
  readonly path: string | null;
  readonly listed: boolean;
}

/** A list as an answer gives it: how many objects there are in all. */
export interface RawList {
  readonly kind: ObjectKind;
  readonly total: number | null;
  readonly ids: readonly string[];
  readonly path: string | null;
  readonly place: Place;
  readonly cut: boolean;
}

export interface Answer {
  readonly objects: readonly RawObject[];
  readonly list: RawList | null;
  readonly problem: XmlReading['problem'];
  readonly cut: boolean;
  readonly place: Place;
}

/** What is counted while answers are read. */
export interface Counts {
  readonly mended: Tally;
  readonly ignored: Tally;
}

/** Reads one slice of a text. */
export function readAnswer(slice: Slice, passcodes: Passcodes, counts: Counts): Answer {
  const { root, problem } = readXml(mendXml(slice.text, counts.mended));
  const place = { input: slice.input, line: slice.line };
  const begins = root === null ? null : rootOf(root.name);
  if (root === null || begins === null) return { objects: [], list: null, problem: problem ?? 'not-well-formed', cut: slice.cut, place };
  const incomplete = slice.cut || problem !== null;
  const read = (element: XmlElement, listed: boolean, full: boolean): RawObject => ({
    ...{ kind: begins.kind, listed, full, path: slice.path },
    id: begins.kind === 'systemProfiles' ? '' : mendId(element.attributes['id'] ?? '', counts.mended),
    fields: fields(element, begins.kind, passcodes, counts),
    place: { input: slice.input, line: slice.line + element.line },
  });
  const saved = root.attributes[savedInPart] !== undefined;
  if (!begins.list) return { objects: [read(root, false, !incomplete && !saved)], list: null, problem, cut: slice.cut, place };
  const items = root.children.filter(({ name }) => name === elementOf(begins.kind));
  for (const { name } of root.children) if (name !== elementOf(begins.kind)) count(counts.ignored, elementName(name));
  const objects = items.map((item) => read(item, true, false)).filter(({ id }) => id !== '');
  const total = /^\d{1,9}$/.test(root.attributes['total'] ?? '') ? Number(root.attributes['total']) : null;
  const list = { kind: begins.kind, total, ids: objects.map(({ id }) => id), path: slice.path, place, cut: incomplete };
  return { objects, list, problem, cut: slice.cut, place };
}

function fields(element: XmlElement, kind: ObjectKind, passcodes: Passcodes, counts: Counts): ReadonlyMap<string, string> {
  const known = fieldsOf(kind);
  const found = new Map<string, string>();
  for (const child of element.children) {
    if (!known.includes(child.name)) count(counts.ignored, elementName(child.name));
    else if (child.doubtful && child.name !== 'passcode') count(counts.mended, 'left-out');
    else if (child.name === 'passcode') found.set('passcode', passcodes.tokenOf(child));
    else found.set(child.name, value(child, counts));
  }
  return found;
}

/** The API's elements are words; anything else is damage, and could be a piece of a passcode. */
function elementName(name: string): string {
  return /^[A-Za-z]{2,60}$/.test(name) ? name : 'no-element-of-the-api';
}

/** The names whose values are ids of other objects. */
const references = new Set(['callLegProfile', 'callProfile', 'tenant', 'ownerId', 'userId']);

function value(element: XmlElement, counts: Counts): string {
  const text = mendLine(element.text);
  return references.has(element.name) && text !== '' ? mendId(element.text, counts.mended) : text;
}

/** How a list of a kind is asked for, below its parent if it has one. */
export function listPath(kind: ObjectKind, space: string | null): string {
  const list = listOf(kind) ?? 'system/profiles';
  return space === null ? `/${list}` : `/coSpaces/${space}/${list}`;
}
