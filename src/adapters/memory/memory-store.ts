import { compareHeads } from '#domain/audit/compare-heads.ts';
import { headOf, type AuditHead } from '#domain/audit/audit-record.ts';
import { type IndexKey, indexKeyOf, indexes } from '#domain/exchange/record-index.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import {
  type Change,
  type CollectionName,
  type Collections,
  type CommitOutcome,
  type ListQuery,
  type Put,
  type RegisterStore,
  type Snapshot,
  type StoreState,
} from '#ports/register-store.ts';

type Table = Map<string, object>;

/** The register in memory: unit tests, and what the contract of the port is written against. */
export function memoryStore(): RegisterStore {
  let tables = new Map<string, Table>();
  let version = 0;
  let head: AuditHead | null = null;
  let headCopy: AuditHead | null = null;
  let vault: VaultFile[] = [];
  const listeners = new Set<() => void>();

  const tableOf = (from: Map<string, Table>, name: string): Table =>
    from.get(name) ?? new Map<string, object>();

  const apply = (
    before: Map<string, Table>,
    puts: readonly Put[],
    removals: Change['removals'],
  ): Map<string, Table> | CollectionName => {
    const next = new Map([...before].map(([name, table]) => [name, new Map(table)] as const));
    for (const { collection, id } of removals) next.get(collection)?.delete(id);
    for (const { collection, record } of puts) {
      const table = next.get(collection) ?? new Map<string, object>();
      next.set(collection, table);
      for (const [index, unique] of Object.entries(uniqueIndexes(collection))) {
        if (!unique) continue;
        const key = indexKeyOf(collection, index, record);
        for (const [id, other] of table)
          if (key !== undefined && id !== record.id && indexKeyOf(collection, index, other) === key)
            return collection;
      }
      table.set(record.id, structuredClone(record));
    }
    return next;
  };

  const read = (): Promise<Snapshot> => {
    const at = tables;
    return Promise.resolve({
      version,
      head,
      get: <C extends CollectionName>(collection: C, id: string) =>
        Promise.resolve(structuredClone(tableOf(at, collection).get(id)) as Collections[C] | undefined),
      list: <C extends CollectionName>(collection: C, query?: ListQuery<C>) =>
        Promise.resolve(selected(tableOf(at, collection), collection, query) as Collections[C][]),
      count: <C extends CollectionName>(collection: C, query?: ListQuery<C>) =>
        Promise.resolve(selected(tableOf(at, collection), collection, query).length),
    });
  };

  return {
    state(): Promise<StoreState> {
      if (head === null && headCopy !== null)
        return Promise.resolve({ type: 'missing', lastKnown: headCopy });
      if (tables.size === 0) return Promise.resolve({ type: 'empty' });
      return Promise.resolve({ type: 'present', head: compareHeads(head, headCopy) });
    },
    read,
    commit(baseVersion, change): Promise<CommitOutcome> {
      if (baseVersion !== version) return Promise.resolve({ type: 'version-moved', version });
      const audit = change.audit.map((record): Put => ({ collection: 'audit', record: auditRow(record) }));
      const next = apply(tables, [...change.puts, ...audit], change.removals);
      if (typeof next === 'string') return Promise.resolve({ type: 'key-taken', collection: next });
      tables = next;
      version += 1;
      const last = change.audit.at(-1);
      if (last !== undefined) head = headCopy = headOf(last);
      vault = [...tableOf(tables, 'vaultFile').values()] as VaultFile[];
      for (const listener of listeners) listener();
      return Promise.resolve({ type: 'committed', version });
    },
    repairHead(): Promise<void> {
      headCopy = head;
      return Promise.resolve();
    },
    vaultCopy: () => Promise.resolve(structuredClone(vault)),
    replaceAll(puts): Promise<CommitOutcome> {
      const device = tables.get('device');
      const next = apply(device === undefined ? new Map() : new Map([['device', device]]), puts, []);
      if (typeof next === 'string') return Promise.resolve({ type: 'key-taken', collection: next });
      tables = next;
      version += 1;
      const last = [...tableOf(tables, 'audit').values()].at(-1) as Collections['audit'] | undefined;
      head = headCopy = last === undefined ? null : headOf(last);
      vault = [...tableOf(tables, 'vaultFile').values()] as VaultFile[];
      for (const listener of listeners) listener();
      return Promise.resolve({ type: 'committed', version });
    },
    subscribe(listener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close(): void {
      listeners.clear();
    },
  };
}

/** The log's key: its sequence number, padded so that keys sort as numbers do. */
function auditRow(record: Change['audit'][number]): Collections['audit'] {
  return { ...record, id: String(record.seq).padStart(12, '0') };
}

function uniqueIndexes(collection: CollectionName): { readonly [index: string]: boolean } {
  return collection in indexes ? indexes[collection as keyof typeof indexes] : {};
}

function selected<C extends CollectionName>(table: Table, collection: C, query: ListQuery<C> = {}): object[] {
  const { index, only, after, from, to, limit, reverse } = query;
  const keyed: { readonly key: IndexKey; readonly id: string; readonly record: object }[] = [];
  for (const [id, record] of table) {
    const key = index === undefined ? id : indexKeyOf(collection, index, record);
    if (key === undefined) continue;
    if (only !== undefined && key !== only) continue;
    if (from !== undefined && key < from) continue;
    if (to !== undefined && key > to) continue;
    if (after !== undefined && (reverse === true ? key >= after : key <= after)) continue;
    keyed.push({ key, id, record });
  }
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : 1));
  if (reverse === true) keyed.reverse();
  return keyed.slice(0, limit ?? keyed.length).map(({ record }) => structuredClone(record));
}
