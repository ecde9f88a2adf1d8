import {
  type AuditedName,
  type Collections,
  type IndexKey,
  indexKeysOf,
} from '#domain/exchange/collections.ts';
import { type IndexKeys, type RegisterMap, byId, compareKeys, placeOf } from '#domain/proof/register-map.ts';
import type { ListQuery } from '#ports/register-store.ts';

export type Rows = readonly { readonly id: string; readonly keys: IndexKeys }[];

/** The narrowest list out of which the one asked for can be chosen, and of which the map says what it has to hold. */
export function provableQuery<C extends AuditedName>(
  map: RegisterMap,
  collection: C,
  query: ListQuery<C>,
): ListQuery<C> {
  const { index, only, limit } = query;
  if (only !== undefined && index !== undefined)
    return limit !== undefined && limit < map.count(collection, index, only) ? { index, only } : query;
  return isPart(query) && map.keysInOrder(collection, index ?? byId) === null ? {} : query;
}

/** Whether a list has every record that it has to have, once, and in order. That each of them is right is another question. */
export function agreesWithMap<C extends AuditedName>(
  map: RegisterMap,
  collection: C,
  query: ListQuery<C>,
  rows: Rows,
): boolean {
  const { index, only, limit = Infinity } = query;
  if (new Set(rows.map(({ id }) => id)).size !== rows.length) return false;
  const keys = rows.map((row) => keyIn(row, index));
  if (only !== undefined)
    return (
      keys.every((key) => key === only) &&
      rows.length === Math.min(limit, map.count(collection, index ?? byId, only))
    );
  const order = map.keysInOrder(collection, index ?? byId);
  if (order === null) return rows.length === map.count(collection, index) && isAscending(keys, query);
  const expected = partOf(order, query);
  return keys.length === expected.length && keys.every((key, i) => key === expected[i]);
}

/** What the query chooses out of all records of a collection, as the store would. */
export function chosenOf<C extends AuditedName>(
  collection: C,
  { index, only, after, from, to, limit = Infinity, reverse = false }: ListQuery<C>,
  records: readonly Collections[C][],
): Collections[C][] {
  const chosen: { readonly key: IndexKey; readonly record: Collections[C] }[] = [];
  for (const record of records) {
    const key = keyIn({ id: record.id, keys: indexKeysOf(collection, record) }, index);
    if (key === undefined || (only !== undefined && key !== only)) continue;
    if ((from !== undefined && compareKeys(key, from) < 0) || (to !== undefined && compareKeys(key, to) > 0))
      continue;
    if (after !== undefined && (reverse ? compareKeys(key, after) >= 0 : compareKeys(key, after) <= 0))
      continue;
    chosen.push({ key, record });
  }
  chosen.sort((a, b) => compareKeys(a.key, b.key) || compareKeys(a.record.id, b.record.id));
  if (reverse) chosen.reverse();
  return chosen.slice(0, limit).map(({ record }) => record);
}

function partOf(
  order: readonly IndexKey[],
  query: Pick<ListQuery<AuditedName>, 'after' | 'from' | 'to' | 'limit' | 'reverse'>,
): readonly IndexKey[] {
  const { after, from, to, limit = Infinity, reverse = false } = query;
  let start = from === undefined ? 0 : placeOf(order, from);
  let end = to === undefined ? order.length : placeAfter(order, to);
  if (after !== undefined)
    if (reverse) end = Math.min(end, placeOf(order, after));
    else start = Math.max(start, placeAfter(order, after));
  if (start >= end) return [];
  return reverse
    ? order.slice(Math.max(start, end - limit), end).reverse()
    : order.slice(start, Math.min(end, start + limit));
}

function placeAfter(order: readonly IndexKey[], key: IndexKey): number {
  const place = placeOf(order, key);
  return order[place] === key ? place + 1 : place;
}

function isPart({ after, from, to, limit }: Omit<ListQuery<AuditedName>, 'index'>): boolean {
  return after !== undefined || from !== undefined || to !== undefined || limit !== undefined;
}

function isAscending(
  keys: readonly (IndexKey | undefined)[],
  { reverse = false }: { reverse?: boolean },
): boolean {
  return keys.every((key, i) => {
    const before = keys[i - 1];
    if (key === undefined) return false;
    if (i === 0 || before === undefined) return true;
    return reverse ? compareKeys(before, key) >= 0 : compareKeys(before, key) <= 0;
  });
}

function keyIn({ id, keys }: Rows[number], index: string | undefined): IndexKey | undefined {
  return index === undefined ? id : keys[index];
}
