import type { RegisterContent } from '#adapters/memory/memory-store.ts';
import {
  type AuditHead,
  type AuditRecord,
  auditHash,
  genesisHash,
  headOf,
  payloadDigest,
} from '#domain/audit/audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { sha256 } from '#adapters/digest/digest.ts';
import type { AuditedName, CollectionName, Collections } from '#domain/exchange/collections.ts';
import { indexKeysOf } from '#domain/exchange/collections.ts';

/** A register after somebody changed what lies in the store, past the program. */
export interface Tampering {
  readonly name: string;
  readonly content: RegisterContent;
}

interface Row {
  readonly record: Fields;
  readonly keys: Readonly<Record<string, string | number>>;
}
type Fields = Readonly<Record<string, unknown>>;
type Rows = ReadonlyMap<string, Row>;

/** What nothing rests on: what is being typed, and what this browser remembers of itself. */
const outside: ReadonlySet<CollectionName> = new Set(['draft', 'device']);

/**
 * Every kind of change to every collection, by a stranger without a key: of `perCollection` rows of each. `earlier` is the same
 * register some acts before, out of which single rows are set back.
 */
export function* tamperings(
  sound: RegisterContent,
  earlier: RegisterContent,
  perCollection: number,
): Generator<Tampering> {
  for (const [collection, table] of sound.tables as ReadonlyMap<CollectionName, Rows>) {
    if (outside.has(collection) || table.size === 0) continue;
    // Of the first row the signatures stay as they were, of the others they are taken off.
    const keys = spread([...table.keys()], perCollection);
    for (const key of keys) {
      const at = `${collection}/${key}`;
      const row = table.get(key) as Row;
      const put = (name: string, change: (rows: Map<string, Row>) => void): Tampering => ({
        name: `${at}: ${name}`,
        content: withTable(sound, collection, change),
      });
      for (const field of Object.keys(row.record))
        for (const [how, value] of otherValues(row.record[field])) {
          const record = { ...row.record, [field]: value };
          yield put(`${field} ${how}`, (rows) => rows.set(key, { ...row, record }));
          // Its digests made right all the way up, as far as that goes without a key.
          if (collection !== 'audit' && how === 'changed')
            yield* rewritten(
              sound,
              collection,
              key,
              record,
              `${at}: ${field} rewritten`,
              key === keys[0] ? 'kept' : 'taken off',
            );
        }
      for (const field of Object.keys(row.record).filter(
        (name) => name !== 'id' && !isCovered(sound, row, name),
      ))
        yield put(`${field} taken out`, (rows) =>
          rows.set(key, { ...row, record: without(row.record, field) }),
        );
      yield put('deleted', (rows) => rows.delete(key));
      yield put('there twice', (rows) => rows.set(`${key}-2`, row));
      yield put('there twice, as another', (rows) =>
        rows.set(`${key}-2`, { ...row, record: { ...row.record, id: `${key}-2` } }),
      );
      yield put('moved under another key', (rows) => {
        rows.delete(key);
        rows.set(`${key}-2`, row);
      });
      for (const index of Object.keys(row.keys)) {
        yield put(`found by another ${index}`, (rows) =>
          rows.set(key, { ...row, keys: { ...row.keys, [index]: otherKey(row.keys[index]) } }),
        );
        yield put(`not found by ${index}`, (rows) =>
          rows.set(key, { ...row, keys: without(row.keys, index) as Row['keys'] }),
        );
      }
      const [other] = [...table].find(([each]) => each !== key) ?? [];
      if (other !== undefined)
        yield put('swapped with another', (rows) => {
          const mine = rows.get(key) as Row;
          rows.set(key, rows.get(other) as Row);
          rows.set(other, mine);
        });
      const before = (earlier.tables as ReadonlyMap<CollectionName, Rows>).get(collection)?.get(key);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(row))
        yield put('set back', (rows) => rows.set(key, before));
    }
  }
  yield* ofTheLog(sound, earlier);
}

function* ofTheLog(sound: RegisterContent, earlier: RegisterContent): Generator<Tampering> {
  const records = auditRecords(sound);
  for (const count of [1, 2, 5])
    yield {
      name: `the log: its last ${String(count)} cut off`,
      content: withLog(sound, records.slice(0, -count)),
    };
  for (const count of [1, 2, 5]) {
    const left = records.slice(0, -count);
    const last = left.at(-1);
    const writes = records.slice(-count).some((record) => record.writes.length > 0);
    if (last !== undefined && writes)
      yield {
        name: `the log: its last ${String(count)} cut off, the heads after it`,
        content: { ...withLog(sound, left), head: headOf(last), headCopy: headOf(last) },
      };
  }
  yield {
    name: 'the log: every signature taken off',
    content: withLog(
      sound,
      records.map((record) => without(record, 'signature') as unknown as AuditRecord),
    ),
  };
  yield {
    name: 'the log: set back, the records not',
    content: { ...withLog(sound, auditRecords(earlier)), head: earlier.head, headCopy: earlier.headCopy },
  };
  yield { name: 'the log: gone', content: withLog(sound, []) };
  if (sound.head === null) return;
  const other: AuditHead = { ...sound.head, hash: 'f'.repeat(64) };
  yield { name: 'the head: another', content: { ...sound, head: other } };
  yield { name: 'the head and its copy: another', content: { ...sound, head: other, headCopy: other } };
  yield { name: 'the head: ahead', content: { ...sound, head: { ...sound.head, seq: sound.head.seq + 1 } } };
  yield { name: 'the head’s copy: another', content: { ...sound, headCopy: other } };
}

/** A record changed, its digest in the log right, every hash after it, and both heads. */
function* rewritten(
  sound: RegisterContent,
  collection: CollectionName,
  key: string,
  record: Fields,
  name: string,
  signatures: 'kept' | 'taken off',
): Generator<Tampering> {
  const records = auditRecords(sound);
  const last = records.findLastIndex(({ writes }) =>
    writes.some((write) => write.collection === collection && write.id === key && write.digest !== null),
  );
  if (last < 0) return;
  let digest: string;
  let keys: Row['keys'];
  try {
    digest = recordDigest(record, sha256);
    keys = indexKeysOf(collection as AuditedName, record as unknown as Collections[AuditedName]);
  } catch {
    return;
  }
  let previous = last === 0 ? genesisHash : (records[last - 1]?.hash ?? genesisHash);
  const after = records.slice(last).map((each, i) => {
    const writes = each.writes.map((write) =>
      i === 0 && write.collection === collection && write.id === key && write.digest !== null
        ? { ...write, digest }
        : write,
    );
    const line = { ...each, writes, previous, payloadDigest: payloadDigest(writes, sha256) };
    const hash = auditHash(line, sha256);
    previous = hash;
    const whole = { ...line, hash };
    return signatures === 'kept' ? whole : (without(whole, 'signature') as unknown as AuditRecord);
  });
  const end = after.at(-1);
  if (end === undefined) return;
  const content = withLog(
    withTable(sound, collection, (rows) => rows.set(key, { record, keys })),
    [...records.slice(0, last), ...after],
  );
  yield {
    name: `${name}, signatures ${signatures}`,
    content: { ...content, head: headOf(end), headCopy: headOf(end) },
  };
}

/**
 * A commit's records are signed by its last one. Two commits of one officer in one second can't be told from one, and need not:
 * the later signature covers both.
 */
function isCovered(sound: RegisterContent, { record }: Row, field: string): boolean {
  if (field !== 'signature') return false;
  const next = auditRecords(sound).find(({ seq }) => seq === Number(record['seq']) + 1);
  return next?.officer === record['officer'] && next?.time === record['time'];
}

function* otherValues(value: unknown): Generator<readonly [how: string, value: unknown]> {
  if (typeof value === 'string') {
    yield ['changed', value === '' ? 'x' : `${value.slice(0, -1)}${value.endsWith('0') ? '1' : '0'}`];
    yield ['of another type', 7];
  } else if (typeof value === 'number') yield ['changed', value + 1];
  else if (typeof value === 'boolean') yield ['changed', !value];
  else if (value instanceof Uint8Array) {
    const octets = value.length === 0 ? Uint8Array.of(0) : value.slice();
    octets[octets.length >> 1] = (octets[octets.length >> 1] ?? 0) ^ 1;
    yield ['changed', octets];
    yield ['cut', value.slice(0, -1).length === value.length ? Uint8Array.of(1) : value.slice(0, -1)];
  } else if (Array.isArray(value)) {
    yield ['changed', value.length === 0 ? ['x'] : value.slice(0, -1)];
    yield ['longer', [...(value as unknown[]), 'x']];
  } else if (typeof value === 'object' && value !== null) {
    const [first, ...rest] = Object.entries(value as Fields);
    if (first === undefined) return;
    for (const [how, inner] of otherValues(first[1]))
      yield [how, { [first[0]]: inner, ...Object.fromEntries(rest) }];
    yield ['emptied', {}];
  }
}

function withTable(
  sound: RegisterContent,
  collection: CollectionName,
  change: (rows: Map<string, Row>) => void,
): RegisterContent {
  const rows = new Map((sound.tables as ReadonlyMap<CollectionName, Rows>).get(collection));
  change(rows);
  return { ...sound, tables: new Map([...sound.tables, [collection, rows]]) };
}

function withLog(sound: RegisterContent, records: readonly AuditRecord[]): RegisterContent {
  const old = (sound.tables as ReadonlyMap<CollectionName, Rows>).get('audit') ?? new Map<string, Row>();
  const keys = [...old.keys()];
  return withTable(sound, 'audit', (rows) => {
    rows.clear();
    for (const [i, record] of records.entries()) {
      const id = keys[i] ?? String(i);
      rows.set(id, { record: { ...record, id }, keys: {} });
    }
  });
}

function auditRecords(content: RegisterContent): readonly AuditRecord[] {
  const rows = (content.tables as ReadonlyMap<CollectionName, Rows>).get('audit') ?? new Map<string, Row>();
  return [...rows.values()].map(({ record }) => record as unknown as AuditRecord);
}

function without(fields: object, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([each]) => each !== name));
}

function otherKey(key: unknown): string | number {
  return typeof key === 'number' ? key + 1 : `${String(key)}-2`;
}

/** At most `count` of them, the first and the last among them. */
function spread(keys: readonly string[], count: number): readonly string[] {
  if (keys.length <= count) return keys;
  return Array.from(
    { length: count },
    (_, i) => keys[Math.round((i * (keys.length - 1)) / (count - 1))] ?? '',
  );
}
