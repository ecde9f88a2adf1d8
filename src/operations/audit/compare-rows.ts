import { recordDigest } from '#domain/audit/record-digest.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import {
  type AuditedName,
  type CollectionName,
  type Collections,
  auditedNames,
  indexKeysOf,
} from '#domain/exchange/collections.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot, StoredRow } from '#ports/register-store.ts';

/** Short enough that a page between two readings stays free, wherever this runs. */
export const pageLength = 200;
/** A scan has megabytes. */
const octetsPageLength = 8;

/**
 * Every row of a collection in the order of its storage keys. It goes on from the key and not from the record: a row that was
 * moved under another key is met once like any other. The next page is on its way while one is looked at.
 */
export async function* rowsOf<C extends CollectionName>(
  snapshot: Snapshot,
  collection: C,
  from?: string,
  limit = pageLength,
): AsyncGenerator<readonly StoredRow[]> {
  // The empty text is a key like any other.
  const pageAfter = (after: string | undefined): Promise<readonly StoredRow[]> => {
    const page = snapshot.rows(collection, { limit, ...(after === undefined ? {} : { after }) });
    // Whoever stops in between does not wait for it.
    page.catch(() => undefined);
    return page;
  };
  for (let coming = pageAfter(from); ;) {
    const page = await coming;
    const last = page.at(-1);
    if (last === undefined) return;
    coming = pageAfter(last.key);
    yield page;
  }
}

/** What the records of scans and CRLs say of the octets that lie apart: the digest (hex, or whatever stands there) by id. */
export interface OctetDigests {
  readonly attachment: Map<string, unknown>;
  readonly crl: Map<string, unknown>;
}

/** Digests every row of the collections that the log covers, and hands each readable record on; what is wrong with a row itself goes to `faults`. */
export async function digestRows(
  snapshot: Snapshot,
  { sha256, faults, limit, onRow }: RowReading,
): Promise<OctetDigests> {
  const octets: OctetDigests = { attachment: new Map(), crl: new Map() };
  for (const collection of auditedNames)
    for await (const page of rowsOf(snapshot, collection, undefined, limit))
      for (const row of page) {
        if (collection === 'attachment')
          octets.attachment.set(row.key, memberOf(row.record, 'encryptedSha256Hex'));
        if (collection === 'crl') octets.crl.set(row.key, memberOf(row.record, 'sha256Hex'));
        const digested = digestOf(row, collection, sha256, faults);
        if (digested !== null) onRow(digested);
      }
  return octets;
}

export interface RowReading {
  readonly sha256: Desk['sha256'];
  readonly faults: ChainFault[];
  /** Rows read at once. */
  readonly limit: number | undefined;
  readonly onRow: (row: DigestedRow) => void;
}

/** A readable row: `id` is its storage key, `keys` those that its record has to be found by. */
export interface DigestedRow {
  readonly collection: AuditedName;
  readonly id: string;
  readonly digest: string;
  readonly keys: ReturnType<typeof indexKeysOf>;
}

function digestOf(
  { key, record, keys }: StoredRow,
  collection: AuditedName,
  sha256: Desk['sha256'],
  faults: ChainFault[],
): DigestedRow | null {
  const at = { collection, id: key };
  if (!isRecord(record)) {
    faults.push({ type: 'RecordUnreadable', ...at });
    return null;
  }
  if (record.id !== key) faults.push({ type: 'RecordMisplaced', ...at });
  try {
    const digest = recordDigest(record, sha256);
    const own = indexKeysOf(collection, record as Collections[AuditedName]);
    if (!isSameKeys(own, keys)) faults.push({ type: 'IndexKeysDiffer', ...at });
    return { ...at, digest, keys: own };
  } catch {
    // A member of another type than the program writes: whatever it meets first throws.
    faults.push({ type: 'RecordUnreadable', ...at });
    return null;
  }
}

/** Scans and CRL files lie apart; their digest stands in the record of the same id. What was found is taken out of `digests`. */
export async function compareOctets(
  snapshot: Snapshot,
  digests: OctetDigests,
  sha256: Desk['sha256'],
  faults: ChainFault[],
): Promise<void> {
  await compareFiles(snapshot, 'blob', digests.attachment, sha256, faults);
  await compareFiles(snapshot, 'crlFile', digests.crl, sha256, faults);
}

async function compareFiles(
  snapshot: Snapshot,
  collection: 'blob' | 'crlFile',
  expected: Map<string, unknown>,
  sha256: Desk['sha256'],
  faults: ChainFault[],
): Promise<void> {
  for await (const page of rowsOf(snapshot, collection, undefined, octetsPageLength))
    for (const { key, record } of page) {
      const at = { collection, id: key };
      const octets = memberOf(record, 'octets');
      if (!isRecord(record) || !(octets instanceof Uint8Array))
        faults.push({ type: 'RecordUnreadable', ...at });
      else {
        if (record.id !== key) faults.push({ type: 'RecordMisplaced', ...at });
        if (!expected.has(key)) faults.push({ type: 'RecordUnknown', ...at });
        else if (bytesToHex(sha256(octets)) !== expected.get(key))
          faults.push({ type: 'RecordChanged', ...at, seq: 0 });
      }
      expected.delete(key);
    }
  for (const id of expected.keys()) faults.push({ type: 'RecordMissing', collection, id, seq: 0 });
}

function isRecord(value: unknown): value is { readonly id: string } {
  return typeof memberOf(value, 'id') === 'string';
}

function isSameKeys(own: StoredRow['keys'], stored: StoredRow['keys']): boolean {
  const names = Object.keys(own);
  return names.length === Object.keys(stored).length && names.every((name) => own[name] === stored[name]);
}
