import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import { type CollectionName, type Collections, indexKeysOf } from '#domain/exchange/collections.ts';

/** A register as an earlier version left it in a browser, written down as JSON. */
export interface FrozenRegister extends Omit<RegisterContent, 'tables'> {
  readonly tables: readonly (readonly [CollectionName, readonly (readonly [string, FrozenRow])[]])[];
}

interface FrozenRow {
  readonly record: Collections[CollectionName];
  readonly keys: object;
}

/** Its content, filed under the indexes that came since, as the upgrade of the browser's database does (`adapters/indexeddb/schema.ts`). */
export function contentOfFrozen({ tables, ...rest }: FrozenRegister): RegisterContent {
  const filed = tables.map(
    ([name, rows]) =>
      [name, new Map(rows.map(([key, row]) => [key, filedUnder(name, row) as never]))] as const,
  );
  return { ...rest, tables: new Map(filed) };
}

function filedUnder(name: CollectionName, { record, keys }: FrozenRow): FrozenRow {
  return { record, keys: { ...keys, ...indexKeysOf(name, record as never) } };
}
