import { compareHeads } from '#domain/audit/compare-heads.ts';
import { type AuditHead, auditKey, headOf } from '#domain/audit/audit-record.ts';
import {
  type CollectionName,
  type Collections,
  type IndexKey,
  backedUpNames,
  collectionNames,
  descriptionOf,
  indexKeysOf,
} from '#domain/exchange/collections.ts';
import type {
  Change,
  CommitOutcome,
  ListQuery,
  Put,
  RegisterStore,
  Snapshot,
} from '#ports/register-store.ts';
import { OrderedKeys } from './ordered-keys.ts';

/** A register's rows, by collection and storage key, as they are to be put into a browser's database. */
export type RegisterRows = ReadonlyMap<CollectionName, ReadonlyMap<string, Row>>;

interface Row {
  readonly record: { readonly id: string };
  readonly keys: Readonly<Record<string, IndexKey>>;
}

/** One collection: its rows, their storage keys in order, and each index. */
class Table {
  readonly rows = new Map<string, Row>();
  readonly ids = new OrderedKeys();
  readonly #indexes: ReadonlyMap<string, OrderedKeys>;

  constructor(name: CollectionName) {
    this.#indexes = new Map(
      Object.keys(descriptionOf(name).indexes).map((each) => [each, new OrderedKeys()]),
    );
  }

  index(name: string | undefined): OrderedKeys {
    return (name === undefined ? undefined : this.#indexes.get(name)) ?? this.ids;
  }

  put(row: Row): void {
    const { id } = row.record;
    this.remove(id);
    this.rows.set(id, row);
    this.ids.add(id, id);
    for (const [index, key] of Object.entries(row.keys)) this.#indexes.get(index)?.add(key, id);
  }

  remove(id: string): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    this.rows.delete(id);
    this.ids.remove(id, id);
    for (const [index, key] of Object.entries(row.keys)) this.#indexes.get(index)?.remove(key, id);
  }
}

/**
 * A register in memory that stays quick at a hundred thousand certificates: it is changed in place, and finds by its indexes.
 * `tests/bench/register` makes large registers in it. A snapshot is the register as it stands: nobody reads while it is written.
 */
export function indexedStore(): RegisterStore & { readonly contents: () => RegisterRows } {
  const tables = new Map<CollectionName, Table>();
  let version = 0;
  let head: AuditHead | null = null;
  let headCopy: AuditHead | null = null;
  const listeners = new Set<() => void>();

  const tableOf = (name: CollectionName): Table => {
    let table = tables.get(name);
    if (table === undefined) tables.set(name, (table = new Table(name)));
    return table;
  };
  const chosen = <C extends CollectionName>(name: C, query: ListQuery<C> = {}): Collections[C][] => {
    const table = tableOf(name);
    return table
      .index(query.index)
      .idsOf(query)
      .map((id) => structuredClone(table.rows.get(id)?.record) as Collections[C]);
  };
  const taken = (puts: readonly Put[]): CollectionName | null => {
    for (const { collection, record, isNew } of puts) {
      const table = tableOf(collection);
      if (isNew === true && table.rows.has(record.id)) return collection;
      for (const [index, key] of Object.entries(indexKeysOf(collection, record)))
        if (
          descriptionOf(collection).indexes[index]?.unique === true &&
          table
            .index(index)
            .idsOf({ only: key })
            .some((id) => id !== record.id)
        )
          return collection;
    }
    return null;
  };
  const enter = (puts: readonly Put[]): void => {
    for (const { collection, record } of puts)
      tableOf(collection).put({ record: structuredClone(record), keys: indexKeysOf(collection, record) });
  };
  const entered = (newHead: AuditHead | null): CommitOutcome => {
    version += 1;
    if (newHead !== null) head = headCopy = newHead;
    for (const listener of listeners) listener();
    return { type: 'committed', version };
  };

  return {
    async state() {
      if (head === null && headCopy !== null) return { type: 'missing', lastKnown: headCopy };
      const isFilled = head !== null || tableOf('station').rows.size > 0;
      return isFilled ? { type: 'present', head: compareHeads(head, headCopy) } : { type: 'empty' };
    },
    async read(): Promise<Snapshot> {
      return {
        version,
        head,
        get: async <C extends CollectionName>(collection: C, id: string) =>
          structuredClone(tableOf(collection).rows.get(id)?.record) as Collections[C] | undefined,
        list: async (collection, query) => chosen(collection, query),
        count: async (collection, query) => chosen(collection, query).length,
        together: async (questions) =>
          questions.map(({ collection, index, key }) => {
            const row = index === undefined ? tableOf(collection).rows.get(String(key)) : undefined;
            if (index === undefined) return row === undefined ? [] : [structuredClone(row.record)];
            return chosen(collection, { index: index as never, only: key });
          }),
        async rows(collection, query) {
          const { rows, ids } = tableOf(collection);
          return ids.idsOf(query).map((key) => {
            const { record, keys } = rows.get(key) ?? { record: undefined, keys: {} };
            return { key, record: structuredClone(record), keys };
          });
        },
      };
    },
    async commit(base: number, { puts, removals, audit }: Change) {
      if (base !== version) return { type: 'version-moved', version };
      const collection = taken(puts);
      if (collection !== null) return { type: 'key-taken', collection };
      for (const { collection: from, id } of removals) tableOf(from).remove(id);
      enter(puts);
      enter(audit.map((line): Put => ({ collection: 'audit', record: { ...line, id: auditKey(line.seq) } })));
      const last = audit.at(-1);
      return entered(last === undefined ? null : headOf(last));
    },
    headCopy: async () => headCopy,
    async putDraft(draft) {
      enter([{ collection: 'draft', record: draft }]);
      return { type: 'kept' };
    },
    async removeDraft(id) {
      tableOf('draft').remove(id);
      return { type: 'kept' };
    },
    async repairHead() {
      headCopy = head;
    },
    vaultCopy: async () => chosen('vaultFile'),
    async replaceAll(puts) {
      const kept = new Map(collectionNames.map((name) => [name, tables.get(name)]));
      for (const name of backedUpNames) tables.delete(name);
      for (const put of puts) {
        const collection = taken([put]);
        if (collection !== null) {
          for (const [name, table] of kept) if (table !== undefined) tables.set(name, table);
          return { type: 'key-taken', collection };
        }
        enter([put]);
      }
      const last = chosen('audit').at(-1);
      head = headCopy = null;
      return entered(last === undefined ? null : headOf(last));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
    },
    contents: () => new Map([...tables].map(([name, { rows }]) => [name, rows])),
  };
}
