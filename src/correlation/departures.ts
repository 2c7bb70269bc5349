/** Who left a moment ago: a record may tell it twice. */
import type { Instant } from '#model/index.ts';
import { nameKey } from './name-key.ts';

interface Departure {
  readonly name: string | null;
  readonly left: { readonly at: Instant } | null;
  readonly meeting: { readonly space: { readonly key: string } };
}

/** Departures of a moment, oldest first. They are seldom asked for, and found by what they are only then. */
export class Departures<D extends Departure> implements Iterable<D> {
  #all: D[] = [];
  /** Those before it are forgotten, and those before the other are in the index. */
  #first = 0;
  #indexed = 0;
  readonly #last = new Map<string, D>();

  add(departure: D): void {
    this.#all.push(departure);
  }

  /** Whether somebody of this name left this space at this instant. */
  has(at: Instant, name: string, space: { readonly key: string }): boolean {
    for (this.#indexed = Math.max(this.#indexed, this.#first); this.#indexed < this.#all.length; this.#indexed += 1) {
      const departure = this.#all[this.#indexed];
      if (departure !== undefined) this.#last.set(keyOf(departure), departure);
    }
    return this.#last.has(keyOfDeparture(at, name, space));
  }

  /** Those of before an instant are not needed any more. */
  forget(before: number): void {
    for (let first = this.#all[this.#first]; first !== undefined && (first.left?.at ?? before) < before; first = this.#all[this.#first]) {
      if (this.#first < this.#indexed) {
        const key = keyOf(first);
        if (this.#last.get(key) === first) this.#last.delete(key);
      }
      this.#first += 1;
    }
    if (this.#first > 64 && this.#first * 2 > this.#all.length) this.#shorten();
  }

  *[Symbol.iterator](): Generator<D, void, undefined> {
    for (let index = this.#first; index < this.#all.length; index += 1) {
      const departure = this.#all[index];
      if (departure !== undefined) yield departure;
    }
  }

  #shorten(): void {
    this.#all = this.#all.slice(this.#first);
    this.#indexed = Math.max(0, this.#indexed - this.#first);
    this.#first = 0;
  }
}

function keyOf({ left, meeting, name }: Departure): string {
  return keyOfDeparture(left?.at ?? null, name ?? '', meeting.space);
}

function keyOfDeparture(at: number | null, name: string, space: { readonly key: string }): string {
  return `${at} ${nameKey(name)} ${space.key}`;
}
