/**
 * Tells to which space an access method or a member belongs. The answers do not say; the path that was asked does. Where it is lost,
 * the URI, the order of the text, or there being one space only decide (inferred).
 */
import type { RawObject } from './answer.ts';
import type { Child, ChildList, Gathered } from './gather.ts';
import { mendId } from './mend.ts';
import type { SpaceVersion } from './versions.ts';

/** The space of a child, and its version where the order of the text tells one. */
export interface Parent {
  readonly id: string;
  readonly version: SpaceVersion | null;
}

const inPath = /(?:^|[/\\!])coSpaces[/\\]([^/\\\s]+)[/\\](?:accessMethods|coSpaceUsers)/;
const anyGuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** Answers where something belongs. */
export interface Belonging {
  ofChild(child: Child): Parent | null;
  ofList(list: ChildList): Parent | null;
}

/** Rules of belonging over everything that was gathered: path, then URI, then order, then being the only one. */
export function belonging({ spaces }: Gathered): Belonging {
  const byUri = indexBy(spaces.byId, ['uri', 'secondaryUri']);
  const byCallId = indexBy(spaces.byId, ['callId']);
  const ids = [...spaces.byId.keys()];

  const stated = (path: string | null, input: string): string | null => {
    const named = inPath.exec(path ?? '')?.[1] ?? inPath.exec(input)?.[1];
    if (named !== undefined) return mendId(named, new Map());
    return (input.match(anyGuid) ?? []).map((id) => id.toLowerCase()).find((id) => spaces.byId.has(id)) ?? null;
  };
  const versionIn = (id: string, after: SpaceVersion | null): SpaceVersion | null => (after?.id === id ? after : null);
  const only = (): string | null => (ids.length === 1 ? (ids[0] ?? null) : null);

  const idOf = (raw: RawObject, after: SpaceVersion | null): string | null =>
    stated(raw.path, raw.place.input) ??
    (raw.kind === 'accessMethod' ? sole(byUri, raw.fields.get('uri')) : null) ??
    after?.id ??
    (raw.kind === 'accessMethod' ? sole(byCallId, raw.fields.get('callId')) : null) ??
    only();

  return {
    ofChild({ raw, after }) {
      const id = idOf(raw, after);
      return id === null ? null : { id, version: versionIn(id, after) };
    },
    ofList({ list, after }) {
      const id = stated(list.path, list.place.input) ?? after?.id ?? only();
      return id === null ? null : { id, version: versionIn(id, after) };
    },
  };
}

type Index = ReadonlyMap<string, ReadonlySet<string>>;

function indexBy(spaces: ReadonlyMap<string, readonly SpaceVersion[]>, fields: readonly string[]): Index {
  const index = new Map<string, Set<string>>();
  for (const [id, versions] of spaces) {
    for (const { raw } of versions) {
      for (const field of fields) {
        const value = raw.fields.get(field)?.toLowerCase() ?? '';
        if (value !== '') index.set(value, (index.get(value) ?? new Set()).add(id));
      }
    }
  }
  return index;
}

/** The one space that has a value, or null when none or several have it. */
function sole(index: Index, value: string | undefined): string | null {
  const ids = index.get(value?.toLowerCase() ?? '');
  return ids?.size === 1 ? ([...ids][0] ?? null) : null;
}
