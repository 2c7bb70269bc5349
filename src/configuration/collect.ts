/** Makes one configuration of everything that was gathered: objects merged by id, linked, typed; what is not there is known as not there. */
import type { Notice } from '#model/verdict.ts';
import { listPath, type RawList, type RawObject } from './answer.ts';
import { belonging, type Parent } from './belonging.ts';
import type { Gathered } from './gather.ts';
import type { ObjectKind } from './names.ts';
import * as notice from './notices.ts';
import type { CallLegProfile, Configuration, SpaceSetup } from './objects.ts';
import { known } from './setting.ts';
import * as typed from './typed.ts';
import { merged, type SpaceVersion } from './versions.ts';

/** A configuration, and everything there is to say about how it was read. */
export interface ConfigurationReading {
  readonly configuration: Configuration;
  readonly notices: readonly Notice[];
  readonly objects: Readonly<Record<string, number>>;
  readonly mended: Readonly<Record<string, number>>;
  readonly ignored: Readonly<Record<string, number>>;
  /** Inputs that hold nothing of the API. */
  readonly empty: readonly string[];
  /** What was read, untyped, for keeping: without passcodes and secrets. */
  readonly kept: Kept;
}

/** Objects by the path at which the API has them. */
export interface Kept {
  readonly objects: ReadonlyMap<string, RawObject>;
  /** Totals of complete lists by their path. */
  readonly completeLists: ReadonlyMap<string, { readonly kind: ObjectKind; readonly ids: readonly string[] }>;
}

interface Linked {
  readonly raw: RawObject;
  readonly parent: Parent;
}

/** One configuration of all answers; never fails, what is doubtful is among the notices. */
export function collect(gathered: Gathered): ConfigurationReading {
  const notices = [...gathered.notices];
  const reader: typed.Reader = {
    mended: gathered.counts.mended,
    illegible: (object, field, expected) => notices.push(notice.illegible(object, field, expected)),
  };
  const links = belonging(gathered);
  const linked = new Map<string, Linked[]>();
  for (const child of gathered.children) {
    const parent = links.ofChild(child);
    if (parent === null) {
      notices.push(notice.withoutSpace(child.raw));
      continue;
    }
    const siblings = linked.get(parent.id) ?? [];
    siblings.push({ raw: child.raw, parent });
    linked.set(parent.id, siblings);
  }
  const childLists = gathered.childLists.flatMap((entry) => {
    const parent = links.ofList(entry);
    return parent === null ? [] : [{ list: entry.list, space: parent.id }];
  });
  const completeLists = completed([...gathered.lists.map((list) => ({ list, space: null })), ...childLists]);
  const rawsOf = (kind: ObjectKind): ReadonlyMap<string, RawObject> =>
    byId(
      gathered.objects.filter((raw) => raw.kind === kind),
      notices,
    );
  const rawsByKind = { systemProfiles: rawsOf('systemProfiles'), tenant: rawsOf('tenant') };
  const profiles = { callLegProfile: rawsOf('callLegProfile'), callProfile: rawsOf('callProfile') };
  const setups = [...gathered.spaces.byId].flatMap(([id, versions]) =>
    setupsOf(versions, linked.get(id) ?? [], (kind) => completeLists.has(listPath(kind, id)), reader, notices),
  );
  const system = [...rawsByKind.systemProfiles.values()][0];
  const list = (kind: ObjectKind): boolean => completeLists.has(listPath(kind, null));
  const callLegProfiles = mapValues(profiles.callLegProfile, (raw) => typed.callLegProfile(raw, reader));
  const configuration: Configuration = {
    system: system === undefined ? null : typed.systemProfiles(system),
    tenants: { byId: mapValues(rawsByKind.tenant, typed.tenant), complete: list('tenant') },
    callLegProfiles: {
      byId: list('callLegProfile')
        ? callLegProfiles
        : new Map([...fromProse(gathered, callLegProfiles, setups, notices), ...callLegProfiles]),
      complete: list('callLegProfile'),
    },
    callProfiles: { byId: mapValues(profiles.callProfile, (raw) => typed.callProfile(raw, reader)), complete: list('callProfile') },
    spaces: setups,
  };
  const kept = keep(
    [...rawsByKind.systemProfiles.values(), ...rawsByKind.tenant.values()],
    gathered,
    [...linked.values()].flat(),
    profiles,
  );
  return {
    configuration,
    notices,
    objects: countKinds(kept.values()),
    mended: Object.fromEntries(gathered.counts.mended),
    ignored: Object.fromEntries(gathered.counts.ignored),
    empty: gathered.empty,
    kept: { objects: kept, completeLists },
  };
}

function setupsOf(
  versions: readonly SpaceVersion[],
  children: readonly Linked[],
  complete: (kind: ObjectKind) => boolean,
  reader: typed.Reader,
  notices: Notice[],
): readonly SpaceSetup[] {
  const last = versions.at(-1);
  if (last !== undefined && versions.length > 1) notices.push(notice.versions(last.raw, versions.length));
  return versions.map((version, index): SpaceSetup => {
    const space = typed.coSpace(version.raw, reader);
    if (/\d/.test(known(space.callId) ?? '') && /[OolI]/.test(known(space.callId) ?? '')) notices.push(notice.doubtfulCallId(version.raw));
    const methods = [...childrenOf(version, children, 'accessMethod', notices).values()].map(typed.accessMethod);
    const members = [...childrenOf(version, children, 'coSpaceUser', notices).values()].map((raw) => typed.coSpaceUser(raw, reader));
    const expected = known(space.numAccessMethods);
    return {
      space,
      version: { number: index + 1, of: versions.length },
      accessMethods: methods,
      accessMethodsComplete: complete('accessMethod') || (expected !== null && methods.length >= expected),
      members,
      membersComplete: complete('coSpaceUser'),
    };
  });
}

/** The children that stand behind a version, or, where none does, all of the space. */
function childrenOf(
  version: SpaceVersion,
  children: readonly Linked[],
  kind: ObjectKind,
  notices: Notice[],
): ReadonlyMap<string, RawObject> {
  const ofKind = children.filter(({ raw }) => raw.kind === kind);
  const own = ofKind.filter(({ parent }) => parent.version === version || parent.version === null);
  return byId(
    (own.length === 0 ? ofKind : own).map(({ raw }) => raw),
    notices,
  );
}

function byId(raws: Iterable<RawObject>, notices: Notice[]): ReadonlyMap<string, RawObject> {
  const found = new Map<string, RawObject>();
  for (const raw of raws) {
    const before = found.get(raw.id);
    if (before?.full && raw.full && differs(before, raw)) notices.push(notice.differing(raw, before.place));
    found.set(raw.id, before === undefined || (before.full && raw.full) ? raw : merged(before, raw));
  }
  return found;
}

function differs(a: RawObject, b: RawObject): boolean {
  return [...new Set([...a.fields.keys(), ...b.fields.keys()])].some(
    (field) => (a.fields.get(field) ?? '') !== (b.fields.get(field) ?? ''),
  );
}

function completed(lists: readonly { readonly list: RawList; readonly space: string | null }[]): Kept['completeLists'] {
  const pages = new Map<string, { kind: ObjectKind; ids: Set<string>; total: number | null; cut: boolean }>();
  for (const { list, space } of lists) {
    const path = listPath(list.kind, space);
    const page = pages.get(path) ?? { kind: list.kind, ids: new Set<string>(), total: null, cut: false };
    for (const id of list.ids) page.ids.add(id);
    pages.set(path, { ...page, total: list.total ?? page.total, cut: page.cut || list.cut });
  }
  const complete = [...pages].filter(([, { ids, total, cut }]) => !cut && total !== null && ids.size >= total);
  return new Map(complete.map(([path, { kind, ids }]) => [path, { kind, ids: [...ids] }]));
}

/** Profiles that spaces name, answers lack, and prose calls guest or host. */
function fromProse(
  { hints }: Gathered,
  given: ReadonlyMap<string, CallLegProfile>,
  setups: readonly SpaceSetup[],
  notices: Notice[],
): ReadonlyMap<string, CallLegProfile> {
  const named = new Set(
    setups.flatMap(({ space, accessMethods, members }) =>
      [space, ...accessMethods, ...members].map(({ callLegProfile }) => known(callLegProfile)),
    ),
  );
  const assumed = new Map<string, CallLegProfile>();
  for (const { profile, part, place } of hints) {
    if (given.has(profile) || !named.has(profile) || assumed.has(profile)) continue;
    notices.push(notice.fromProse(profile, part, place));
    const untold = { state: 'unknown', why: 'not-given' } as const;
    assumed.set(profile, {
      ...{ id: profile, place, full: false, name: null, needsActivation: { state: 'set', value: part === 'guest' } },
      ...{ deactivationMode: untold, deactivationModeTime: untold },
    });
  }
  return assumed;
}

function mapValues<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): ReadonlyMap<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

function keep(
  top: readonly RawObject[],
  { spaces }: Gathered,
  linked: readonly Linked[],
  profiles: Readonly<Record<'callLegProfile' | 'callProfile', ReadonlyMap<string, RawObject>>>,
): ReadonlyMap<string, RawObject> {
  const kept = new Map<string, RawObject>();
  const add = (raw: RawObject, path: string): void => {
    const before = kept.get(path);
    kept.set(path, before === undefined ? raw : merged(before, raw));
  };
  for (const raw of [...top, ...profiles.callLegProfile.values(), ...profiles.callProfile.values()]) {
    add(raw, raw.kind === 'systemProfiles' ? '/system/profiles' : `${listPath(raw.kind, null)}/${raw.id}`);
  }
  for (const versions of spaces.byId.values()) for (const { id, raw } of versions) kept.set(`/coSpaces/${id}`, raw);
  for (const { raw, parent } of linked) add(raw, `${listPath(raw.kind, parent.id)}/${raw.id}`);
  return kept;
}

function countKinds(raws: Iterable<RawObject>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { kind } of raws) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries(counts);
}
