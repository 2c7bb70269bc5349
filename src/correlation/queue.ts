/** A queue that one may leave from any place. */

interface Place<T> {
  readonly one: T;
  before: Place<T> | null;
  behind: Place<T> | null;
}

/** In order of coming; each stands in it once. Whatever is done costs the same, however many stand in it. */
export class Queue<T> implements Iterable<T> {
  readonly #places = new Map<T, Place<T>>();
  #first: Place<T> | null = null;
  #last: Place<T> | null = null;

  get size(): number {
    return this.#places.size;
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
    return this.#places.has(one);
  }

  push(one: T): void {
    if (this.#places.has(one)) return;
    const place: Place<T> = { one, before: this.#last, behind: null };
    if (this.#last === null) this.#first = place;
    else this.#last.behind = place;
    this.#last = place;
    this.#places.set(one, place);
  }

  /** @returns whether it stood in the queue */
  delete(one: T): boolean {
    const place = this.#places.get(one);
    if (place === undefined) return false;
    this.#places.delete(one);
    if (place.before === null) this.#first = place.behind;
    else place.before.behind = place.behind;
    if (place.behind === null) this.#last = place.before;
    else place.behind.before = place.before;
    return true;
  }

  shift(): T | undefined {
    const one = this.#first?.one;
    if (one !== undefined) this.delete(one);
    return one;
  }

  clear(): void {
    this.#places.clear();
    this.#first = null;
    this.#last = null;
  }

  *[Symbol.iterator](): Generator<T, void, undefined> {
    for (let place = this.#first; place !== null; place = place.behind) yield place.one;
  }
}
