/** A map that mostly holds one or two. */

/** As long as it holds no more, its keys are looked through. */
const few = 8;

export class Few<Key, Value> {
  #keys: Key[] = [];
  #values: Value[] = [];
  #all: Map<Key, Value> | null = null;

  get(key: Key): Value | undefined {
    if (this.#all !== null) return this.#all.get(key);
    const place = this.#keys.indexOf(key);
    return place < 0 ? undefined : this.#values[place];
  }

  has(key: Key): boolean {
    return this.#all?.has(key) ?? this.#keys.includes(key);
  }

  set(key: Key, value: Value): void {
    const place = this.#all === null ? this.#keys.indexOf(key) : -1;
    if (this.#all !== null) this.#all.set(key, value);
    else if (place >= 0) this.#values[place] = value;
    else {
      this.#keys.push(key);
      this.#values.push(value);
      if (this.#keys.length > few) this.#all = this.#index();
    }
  }

  delete(key: Key): void {
    this.#all?.delete(key);
    const place = this.#keys.indexOf(key);
    if (place < 0) return;
    this.#keys.splice(place, 1);
    this.#values.splice(place, 1);
  }

  /** From now on everything is in a map. */
  #index(): Map<Key, Value> {
    const all = new Map<Key, Value>();
    for (const [place, value] of this.#values.entries()) {
      const key = this.#keys[place];
      if (key !== undefined) all.set(key, value);
    }
    this.#keys = [];
    this.#values = [];
    return all;
  }
}
