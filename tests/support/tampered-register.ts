import 'fake-indexeddb/auto';
import { type IDBPDatabase, openDB } from 'idb';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import type { HeadSchema, RegisterSchema, Row, StoreName } from '#adapters/indexeddb/schema.ts';
import {
  type AuditHead,
  type AuditRecord,
  auditHash,
  headOf,
  writtenLineOf,
} from '#domain/audit/audit-record.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { bytesToBase64, hexToBytes } from '#domain/base/bytes.ts';
import { auditKey } from '#domain/audit/audit-record.ts';
import { verifyLog } from '#operations/audit/verify-log.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore } from '#ports/register-store.ts';

/** The databases of one register as anybody at the computer can open them, past the program. */
export interface TamperedRegister {
  readonly database: IDBPDatabase<RegisterSchema>;
  readonly heads: IDBPDatabase<HeadSchema>;
}

let copies = 0;

/** Row by row into databases of another name, so that each test spoils a register of its own. */
export async function copyOfRegister(name: string): Promise<string> {
  copies += 1;
  const copy = `${name}-copy-${String(copies)}`;
  (await indexedDbStore({ name: copy })).close();
  for (const suffix of ['', '-head']) {
    const from = await openDB(`${name}${suffix}`);
    const to = await openDB(`${copy}${suffix}`);
    for (const store of from.objectStoreNames)
      for (const key of await from.getAllKeys(store)) await to.put(store, await from.get(store, key), key);
    from.close();
    to.close();
  }
  return copy;
}

/** What the verification finds in a copy of the register after that was done to it. */
export async function faultsAfter(
  { name, desk }: { readonly name: string; readonly desk: Desk },
  tamper: (register: TamperedRegister) => Promise<void>,
): Promise<readonly ChainFault[]> {
  const copy = await copyOfRegister(name);
  const register = {
    database: await openDB<RegisterSchema>(copy),
    heads: await openDB<HeadSchema>(`${copy}-head`),
  };
  await tamper(register);
  register.database.close();
  register.heads.close();
  const store = await indexedDbStore({ name: copy });
  try {
    return (await verifyLog({ ...desk, store })).faults;
  } finally {
    store.close();
  }
}

/** Acts of the program itself on a copy, and what the verification finds then. */
export async function faultsAfterActs(
  { name, desk }: { readonly name: string; readonly desk: Desk },
  act: (desk: Desk, store: RegisterStore) => Promise<void>,
): Promise<readonly ChainFault[]> {
  const store = await indexedDbStore({ name: await copyOfRegister(name) });
  try {
    await act({ ...desk, store }, store);
    return (await verifyLog({ ...desk, store })).faults;
  } finally {
    store.close();
  }
}

export async function rowAt(
  { database }: TamperedRegister,
  collection: StoreName,
  key: string,
): Promise<Row & { readonly record: { readonly [member: string]: unknown } }> {
  const row: unknown = await database.get(collection, key);
  if (row === undefined) throw new Error(`no ${collection}/${key}`);
  return row as Row & { readonly record: { readonly [member: string]: unknown } };
}

/** Changes the record of one row and leaves everything else of it. */
export async function changeRecord(
  register: TamperedRegister,
  collection: StoreName,
  key: string,
  change: (record: { readonly [member: string]: unknown }) => object,
): Promise<void> {
  const row = await rowAt(register, collection, key);
  await register.database.put(collection, { ...row, record: change(row.record) as Row['record'] }, key);
}

export async function firstKey({ database }: TamperedRegister, collection: StoreName): Promise<string> {
  const [key] = await database.getAllKeys(collection, null, 1);
  if (key === undefined) throw new Error(`${collection} is empty`);
  return key;
}

export async function auditRecords({ database }: TamperedRegister): Promise<readonly AuditRecord[]> {
  return (await database.getAll('audit')).map(({ record }) => record as unknown as AuditRecord);
}

/** The last audit record anew, its hash right, and both heads after it; `signer` has the key of whoever signs it then. */
export async function rewriteLast(
  register: TamperedRegister,
  { sha256 }: Pick<Desk, 'sha256'>,
  change: (last: AuditRecord) => AuditRecord,
  signer?: Pick<Desk, 'custody'>,
): Promise<void> {
  const last = (await auditRecords(register)).at(-1);
  if (last === undefined) throw new Error('the log is empty');
  await register.database.delete('audit', auditKey(last.seq));
  const changed = change(last);
  const hashed = { ...changed, hash: auditHash(changed, sha256) };
  const record = signer === undefined ? hashed : { ...hashed, signature: await signedBy(signer, hashed) };
  await putAudit(register, record);
  await putHeads(register, headOf(record));
}

export async function putAudit({ database }: TamperedRegister, record: AuditRecord): Promise<void> {
  const id = auditKey(record.seq);
  await database.put('audit', { record: { ...record, id }, keys: {} }, id);
}

export async function putHeads(register: TamperedRegister, head: AuditHead): Promise<void> {
  await changeRecord(register, 'meta', 'state', (state) => ({ ...state, head }));
  await register.heads.put('head', head, 'head');
}

/**
 * The officer's own signature on a record, as base64: by the key that the custody of that desk has open. It signs in nobody else's name; what
 * is to be signed so is signed by a key that is nobody's.
 */
export async function signedBy({ custody }: Pick<Desk, 'custody'>, record: AuditRecord): Promise<string> {
  const isOwn = record.officer === 'station' || record.officer === custody.officerId();
  return bytesToBase64(
    isOwn ? await custody.signActs([writtenLineOf(record)]) : await strangersSignature(record),
  );
}

async function strangersSignature({ hash }: AuditRecord): Promise<Uint8Array> {
  const p256 = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey } = await crypto.subtle.generateKey(p256, true, ['sign']);
  const octets = new Uint8Array(hexToBytes(hash) ?? []);
  return new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, octets));
}

/** The first key of a collection of that register. */
export async function keyIn(name: string, collection: StoreName): Promise<string> {
  const database = await openDB<RegisterSchema>(name);
  const [key] = await database.getAllKeys(collection, null, 1);
  database.close();
  return key ?? '';
}
