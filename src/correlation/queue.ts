/** A queue that one may leave from any place. */

interface Place<T> {
  readonly one: T;
  before: Place<T> | null;
  behind: Place<T> | null;
}

/** As long as no more stand in it, they are looked through: most queues have one or two. */
const few = 8;

/** In order of coming; each stands in it once. Whatever is done costs the same, however many stand in it. */
export class Queue<T> implements Iterable<T> {
  #places: Map<T, Place<T>> | null = null;
  #first: Place<T> | null = null;
  #last: Place<T> | null = null;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get first(): T | undefined {
    return this.#first?.one;
  }

  get second(): T | undefined {
    return this.#first?.behind?.one;
  }

  get last(): T | undefined {
    return this.#last?.one;
  }

  has(one: T): boolean {
    return this.#placeOf(one) !== null;
  }

  /** The first of which something holds. */
  find(holds: (one: T) => boolean): T | undefined {
    for (let place = this.#first; place !== null; place = place.behind) if (holds(place.one)) return place.one;
    return undefined;
  }

  push(one: T): void {
    if (this.#placeOf(one) !== null) return;
    const place: Place<T> = { one, before: this.#last, behind: null };
    if (this.#last === null) this.#first = place;
    else this.#last.behind = place;
    this.#last = place;
    this.#size += 1;
    if (this.#places !== null) this.#places.set(one, place);
    else if (this.#size > few) this.#places = this.#index();
  }

  /** @returns whether it stood in the queue */
  delete(one: T): boolean {
    const place = this.#placeOf(one);
    if (place === null) return false;
    this.#leave(place);
    return true;
  }

  shift(): T | undefined {
    const place = this.#first;
    if (place !== null) this.#leave(place);
    return place?.one;
  }

  clear(): void {
    this.#places = null;
    this.#first = null;
    this.#last = null;
    this.#size = 0;
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (let place = this.#first; place !== null; place = place.behind) yield place.one;
  }

  #placeOf(one: T): Place<T> | null {
    if (this.#places !== null) return this.#places.get(one) ?? null;
    for (let place = this.#first; place !== null; place = place.behind) if (place.one === one) return place;
    return null;
  }

  #index(): Map<T, Place<T>> {
    const places = new Map<T, Place<T>>();
    for (let place = this.#first; place !== null; place = place.behind) places.set(place.one, place);
    return places;
  }

  #leave(place: Place<T>): void {
    const { one, before, behind } = place;
    if (before === null) this.#first = behind;
    else before.behind = behind;
    if (behind === null) this.#last = before;
    else behind.before = before;
    this.#size -= 1;
    this.#places?.delete(one);
    if (this.#size === 0) this.#places = null;
  }
}
