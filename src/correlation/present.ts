/** Who is present on a Call Bridge: by name, and by name and space. One name may be present thousands of times. */
import type { Instant } from '#model/index.ts';
import { Few } from './few.ts';
import { nameKey } from './name-key.ts';
import { Queue } from './queue.ts';

/** What of a presence tells where it stands. */
interface Placed {
  readonly name: string | null;
  readonly stated: boolean;
  readonly joinedSpace: boolean;
  readonly joined: { readonly at: Instant } | null;
  readonly meeting: { readonly space: object };
}

/** All presences of one name in one space; null = there were none such. */
export interface Namesakes<P> {
  readonly presences: Queue<P>;
  /** Those of whom only `joined conference` was seen. */
  unjoined: Queue<P> | null;
  /** How many of them joined at an instant. */
  joinedAt: Few<Instant, number> | null;
}

interface Name<P> {
  readonly presences: Queue<P>;
  /** Those whose leg no record has named. */
  readonly unstated: Queue<P>;
  readonly bySpace: Few<object, Namesakes<P>>;
}

/** Presences that are not over, oldest first. */
export class Present<P extends Placed> {
  readonly #names = new Map<string, Name<P>>();

  /** All of them, name by name. */
  *[Symbol.iterator](): Generator<P, void, undefined> {
    for (const { presences } of this.#names.values()) yield* presences;
  }

  /** @param key as `nameKey` makes it */
  named(key: string): Iterable<P> {
    return this.#names.get(key)?.presences ?? [];
  }

  /** The first one of a name whose leg no record has named, and of which something holds. */
  findUnstated(key: string, holds: (presence: P) => boolean): P | undefined {
    return this.#names.get(key)?.unstated.find(holds);
  }

  namedIn(key: string, space: object): Namesakes<P> | null {
    return this.#names.get(key)?.bySpace.get(space) ?? null;
  }

  add(presence: P): void {
    const key = keyOf(presence);
    let name = this.#names.get(key);
    if (name === undefined) {
      name = { presences: new Queue(), unstated: new Queue(), bySpace: new Few() };
      this.#names.set(key, name);
    }
    name.presences.push(presence);
    name.unstated.push(presence);
    const { space } = presence.meeting;
    let here = name.bySpace.get(space);
    if (here === undefined) {
      here = { presences: new Queue(), unjoined: null, joinedAt: null };
      name.bySpace.set(space, here);
    }
    here.presences.push(presence);
    if (!presence.joinedSpace) (here.unjoined ??= new Queue()).push(presence);
    const at = presence.joined?.at;
    if (at === undefined) return;
    here.joinedAt ??= new Few();
    here.joinedAt.set(at, (here.joinedAt.get(at) ?? 0) + 1);
  }

  /** Its leg was named, or its joining of the space was seen. */
  update(presence: P): void {
    const name = this.#names.get(keyOf(presence));
    if (presence.stated) name?.unstated.delete(presence);
    if (presence.joinedSpace) name?.bySpace.get(presence.meeting.space)?.unjoined?.delete(presence);
  }

  delete(presence: P): void {
    const key = keyOf(presence);
    const name = this.#names.get(key);
    if (name === undefined || !name.presences.delete(presence)) return;
    if (name.presences.size === 0) this.#names.delete(key);
    name.unstated.delete(presence);
    const { space } = presence.meeting;
    const here = name.bySpace.get(space);
    here?.presences.delete(presence);
    here?.unjoined?.delete(presence);
    if (here?.presences.size === 0) name.bySpace.delete(space);
    const at = presence.joined?.at;
    if (here?.joinedAt == null || at === undefined) return;
    const others = (here.joinedAt.get(at) ?? 1) - 1;
    if (others === 0) here.joinedAt.delete(at);
    else here.joinedAt.set(at, others);
  }
}

function keyOf(presence: Placed): string {
  return nameKey(presence.name ?? '');
}
