import { compareHeads } from '#domain/audit/compare-heads.ts';
import { type AuditHead, auditKey, headOf } from '#domain/audit/audit-record.ts';
import {
  type CollectionName,
  type Collections,
  type IndexKey,
  backedUpNames,
  descriptionOf,
  indexKeysOf,
} from '#domain/exchange/collections.ts';
import type { CommitFollower } from '#ports/commit-journal.ts';
import type { VaultFile } from '#domain/authority/officer-record.ts';
import {
  type Change,
  type CommitOutcome,
  type DraftOutcome,
  type ListQuery,
  type Put,
  type RegisterStore,
  type Snapshot,
  type StoreState,
  type StoredRow,
} from '#ports/register-store.ts';

interface Row {
  readonly record: object;
  readonly keys: Readonly<Record<string, IndexKey>>;
}

type Table = ReadonlyMap<string, Row>;
type Tables = ReadonlyMap<CollectionName, Table>;

/** Everything that lies in a register, as whoever can write to the browser's files finds it: rows by their storage keys. */
export interface RegisterContent {
  readonly tables: Tables;
  readonly head: AuditHead | null;
  readonly headCopy: AuditHead | null;
  readonly vault: readonly VaultFile[];
}

/**
 * The register in memory: unit tests, and what the contract of the port is written against. `content`: what is found at the
 * start, whatever it is.
 */
export function memoryStore(content?: RegisterContent, follower?: CommitFollower): RegisterStore {
  let tables: Tables = content?.tables ?? new Map();
  let version = 0;
  let head = content?.head ?? null;
  let headCopy = content?.headCopy ?? null;
  let vault: readonly VaultFile[] = content?.vault ?? [];
  const listeners = new Set<() => void>();

  const enter = async (
    next: Tables,
    newHead: AuditHead | null,
    told: () => Promise<void> | undefined,
  ): Promise<CommitOutcome> => {
    tables = next;
    version += 1;
    const entered = version;
    if (newHead !== null) head = newHead;
    await told();
    if (newHead !== null) headCopy = newHead;
    vault = recordsOf(tables, 'vaultFile');
    for (const listener of listeners) listener();
    return { type: 'committed', version: entered };
  };

  const changeDrafts = (change: (drafts: Map<string, Row>) => void): Promise<DraftOutcome> => {
    const drafts = new Map(tables.get('draft'));
    change(drafts);
    tables = new Map(tables).set('draft', drafts);
    return Promise.resolve({ type: 'kept' });
  };

  const read = (): Promise<Snapshot> => {
    const at = tables;
    return Promise.resolve({
      version,
      head,
      get: <C extends CollectionName>(collection: C, id: string) =>
        Promise.resolve(structuredClone(at.get(collection)?.get(id)?.record) as Collections[C] | undefined),
      list: <C extends CollectionName>(collection: C, query?: ListQuery<C>) =>
        Promise.resolve(selected(at.get(collection), query) as Collections[C][]),
      count: <C extends CollectionName>(collection: C, query?: ListQuery<C>) =>
        Promise.resolve(selected(at.get(collection), query).length),
      rows: (collection, query) => Promise.resolve(rowsOf(at.get(collection), query)),
      together: (questions) =>
        Promise.resolve(
          questions.map(({ collection, index, key }) => {
            const row = index === undefined ? at.get(collection)?.get(String(key)) : undefined;
            if (index === undefined) return row === undefined ? [] : [structuredClone(row.record)];
            return selected(at.get(collection), { index: index as never, only: key });
          }),
        ),
    });
  };

  return {
    state(): Promise<StoreState> {
      if (head === null && headCopy !== null)
        return Promise.resolve({ type: 'missing', lastKnown: headCopy });
      const isFilled = head !== null || recordsOf(tables, 'station').length > 0;
      return Promise.resolve(
        isFilled ? { type: 'present', head: compareHeads(head, headCopy) } : { type: 'empty' },
      );
    },
    read,
    commit(baseVersion, change): Promise<CommitOutcome> {
      if (baseVersion !== version) return Promise.resolve({ type: 'version-moved', version });
      const audit = change.audit.map((record): Put => ({ collection: 'audit', record: auditRow(record) }));
      const next = changed(tables, [...change.puts, ...audit], change.removals);
      if (typeof next === 'string') return Promise.resolve({ type: 'key-taken', collection: next });
      const last = change.audit.at(-1);
      return enter(next, last === undefined ? null : headOf(last), () => follower?.committed(change));
    },
    headCopy: () => Promise.resolve(headCopy),

    putDraft: (record) =>
      changeDrafts((drafts) => drafts.set(record.id, { record: structuredClone(record), keys: {} })),
    removeDraft: (id) => changeDrafts((drafts) => drafts.delete(id)),
    repairHead(): Promise<void> {
      headCopy = head;
      return Promise.resolve();
    },
    vaultCopy: () => Promise.resolve(structuredClone([...vault])),
    replaceAll(puts): Promise<CommitOutcome> {
      const kept = new Map([...tables].filter(([name]) => !backedUpNames.includes(name)));
      const next = changed(kept, puts, []);
      if (typeof next === 'string') return Promise.resolve({ type: 'key-taken', collection: next });
      const last = recordsOf(next, 'audit').at(-1);
      head = headCopy = null;
      return enter(next, last === undefined ? null : headOf(last), () => follower?.replaced());
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

/** A register that holds these records, each under its id: for reading. */
export function storeOf(puts: readonly Put[]): RegisterStore {
  const tables = new Map<CollectionName, Map<string, Row>>();
  let head: AuditHead | null = null;
  for (const put of puts) {
    const { collection, record } = put;
    const table = tables.get(collection) ?? new Map<string, Row>();
    tables.set(collection, table.set(record.id, { record, keys: indexKeysOf(collection, record) }));
    if (collection === 'audit' && (head === null || record.seq > head.seq)) head = headOf(record);
  }
  const vault = recordsOf(tables, 'vaultFile');
  return memoryStore({ tables, head, headCopy: head, vault });
}

function auditRow(record: Change['audit'][number]): Collections['audit'] {
  return { ...record, id: auditKey(record.seq) };
}

function rowsOf(table: Table = new Map(), { after, limit }: Parameters<Snapshot['rows']>[1]): StoredRow[] {
  return [...table]
    .filter(([key]) => after === undefined || key > after)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([key, { record, keys }]) => ({ key, record: structuredClone(record), keys }));
}

/** The tables after a change; the collection of the first put whose key, or unique key, another record has. */
function changed(
  before: Tables,
  puts: readonly Put[],
  removals: Change['removals'],
): Tables | CollectionName {
  const next = new Map([...before].map(([name, table]) => [name, new Map(table)] as const));
  for (const { collection, id } of removals) next.get(collection)?.delete(id);
  for (const { collection, record, isNew } of puts) {
    if (isNew === true && next.get(collection)?.has(record.id) === true) return collection;
    const table = next.get(collection) ?? new Map<string, Row>();
    const keys = indexKeysOf(collection, record);
    for (const [index, { unique = false }] of Object.entries(descriptionOf(collection).indexes))
      for (const [id, other] of table)
        if (unique && id !== record.id && keys[index] !== undefined && other.keys[index] === keys[index])
          return collection;
    next.set(collection, table.set(record.id, { record: structuredClone(record), keys }));
  }
  return next;
}

function recordsOf<C extends CollectionName>(tables: Tables, collection: C): Collections[C][] {
  return [...(tables.get(collection)?.values() ?? [])].map(({ record }) => record as Collections[C]);
}

function selected<C extends CollectionName>(table: Table = new Map(), query: ListQuery<C> = {}): object[] {
  const { index, only, after, from, to, limit, reverse } = query;
  const keyed: { readonly key: IndexKey; readonly id: string; readonly record: object }[] = [];
  for (const [id, { record, keys }] of table) {
    const key = index === undefined ? id : keys[index];
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
