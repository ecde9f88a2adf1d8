import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import { base64ToBytes } from '#domain/base/bytes.ts';
import type { AuthorityKind } from '#domain/authority/station.ts';
import { type CollectionName, type Collections, indexKeysOf } from '#domain/exchange/collections.ts';
import bodies from '#tests/interop/frozen/register-G-1.json.gz?url';
import national from '#tests/interop/frozen/register-N-1.json.gz?url';
import root from '#tests/interop/frozen/register-R-1.json.gz?url';

const addresses: Readonly<Record<AuthorityKind, string>> = { G: bodies, N: national, R: root };

interface FrozenRow {
  readonly record: Collections[CollectionName];
  readonly keys: object;
}

interface Frozen extends Omit<RegisterContent, 'tables'> {
  readonly tables: readonly (readonly [CollectionName, readonly (readonly [string, FrozenRow])[]])[];
}

/** A register as an earlier version left it in a browser, filed under the indexes that came since, as the upgrade does; fetched into a page. */
export async function frozenInPage(kind: AuthorityKind): Promise<RegisterContent> {
  const file = await fetch(addresses[kind]);
  const plain = file.body?.pipeThrough(new DecompressionStream('gzip'));
  const text = await new Response(plain).text();
  const { tables, ...rest } = JSON.parse(text, (_, value: unknown) => {
    const base64 = (value as { base64?: unknown } | null)?.base64;
    return typeof base64 === 'string' ? base64ToBytes(base64) : value;
  }) as Frozen;
  const filed = tables.map(
    ([name, rows]) =>
      [name, new Map(rows.map(([key, row]) => [key, filedUnder(name, row) as never]))] as const,
  );
  return { ...rest, tables: new Map(filed) };
}

function filedUnder(name: CollectionName, { record, keys }: FrozenRow): FrozenRow {
  return { record, keys: { ...keys, ...indexKeysOf(name, record as never) } };
}
