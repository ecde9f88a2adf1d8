import type { IndexKey } from '#domain/exchange/collections.ts';
import { compareKeys } from '#domain/proof/register-map.ts';

type Place = readonly [key: IndexKey, id: string];

interface Range {
  readonly only?: IndexKey;
  readonly after?: IndexKey;
  readonly from?: IndexKey;
  readonly to?: IndexKey;
  readonly limit?: number;
  readonly reverse?: boolean;
}

/** Ids by a key, in order of key and id, as an index of a database has them. */
export class OrderedKeys {
  readonly #places: Place[] = [];

  add(key: IndexKey, id: string): void {
    this.#places.splice(this.#firstNotBefore(key, id), 0, [key, id]);
  }

  remove(key: IndexKey, id: string): void {
    const at = this.#firstNotBefore(key, id);
    if (this.#places[at]?.[1] === id) this.#places.splice(at, 1);
  }

  /** Those within the bounds, which are as in `ListQuery`. */
  idsOf({ only, after, from, to, limit = Infinity, reverse = false }: Range): string[] {
    let [start, end] = [0, this.#places.length];
    const first = only ?? from;
    if (first !== undefined) start = this.#firstNotBefore(first);
    const last = only ?? to;
    if (last !== undefined) end = this.#firstAfter(last);
    if (after !== undefined)
      if (reverse) end = Math.min(end, this.#firstNotBefore(after));
      else start = Math.max(start, this.#firstAfter(after));
    if (start >= end) return [];
    const part = reverse
      ? this.#places.slice(Math.max(start, end - limit), end).reverse()
      : this.#places.slice(start, Math.min(end, start + limit));
    return part.map(([, id]) => id);
  }

  #firstNotBefore(key: IndexKey, id?: string): number {
    return this.#first(
      (place) => (compareKeys(place[0], key) || (id === undefined ? 0 : compareKeys(place[1], id))) >= 0,
    );
  }

  #firstAfter(key: IndexKey): number {
    return this.#first((place) => compareKeys(place[0], key) > 0);
  }

  #first(isThere: (place: Place) => boolean): number {
    let start = 0;
    for (let end = this.#places.length; start < end;) {
      const middle = (start + end) >>> 1;
      const place = this.#places[middle];
      if (place === undefined || isThere(place)) end = middle;
      else start = middle + 1;
    }
    return start;
  }
}
