import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { type AuditedName, auditedNames } from '#domain/exchange/collections.ts';
import type { RegisterMap } from '#domain/proof/register-map.ts';
import { rowsOf } from '#operations/audit/compare-rows.ts';
import { registerFaults, registerMap } from '#operations/soundness.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot, StoredRow } from '#ports/register-store.ts';
import { plainRecord } from './backup-format.ts';

const readMe = `Tirkelim: what was saved of a damaged register
==============================================
Each *.jsonl has one record a line, octets written {"base64": "..."}: those alone whose digest is the one that the log has.
audit.jsonl is the log as it lies, every line that can be read. crl/ and scans/ have the files whose digest a saved record has;
scans are age files, encrypted to the scans' key and the recovery secret.
faults.json says what does not verify: records that were changed, removed, added or can't be read, and what is wrong with the log.

This is no backup: nothing restores it. It is for finding again by hand what a backup lacks.
`;

/**
 * All of a register that verifies, and the list of what doesn't, as a ZIP that opens without us: a damaged register is not a dead one
 * (J15). It is not encrypted, since a damaged station may not open any more.
 */
export async function exportSalvage(
  desk: Pick<Desk, 'store' | 'sha256' | 'verifyRegister' | 'archive'>,
): Promise<Uint8Array> {
  const faults: readonly ChainFault[] = await registerFaults(desk);
  const snapshot = await desk.store.read();
  const map = await registerMap(desk, snapshot);
  const files = new Map<string, Uint8Array>([['README.txt', encodeUtf8(readMe)]]);
  files.set('faults.json', encodeUtf8(`${JSON.stringify(faults, null, 2)}\n`));
  const digests = new Map<string, string>();
  for (const collection of auditedNames) {
    const lines = await linesOf(snapshot, collection, (row) => isSaved(desk, map, collection, row, digests));
    files.set(`${collection}.jsonl`, encodeUtf8(lines.join('')));
  }
  const log = await linesOf(snapshot, 'audit', ({ record }) => readAuditRecord(record) !== null);
  files.set('audit.jsonl', encodeUtf8(log.join('')));
  await addOctets(desk, snapshot, { collection: 'crlFile', folder: 'crl', ending: 'crl' }, digests, files);
  await addOctets(desk, snapshot, { collection: 'blob', folder: 'scans', ending: 'age' }, digests, files);
  return desk.archive.pack(files);
}

function isSaved(
  { sha256 }: Pick<Desk, 'sha256'>,
  map: RegisterMap,
  collection: AuditedName,
  { key, record }: StoredRow,
  digests: Map<string, string>,
): boolean {
  if (typeof record !== 'object' || record === null || memberOf(record, 'id') !== key) return false;
  try {
    if (!map.has(collection, key, recordDigest(record, sha256))) return false;
  } catch {
    // A member of another type than the program writes.
    return false;
  }
  const ofOctets = memberOf(record, collection === 'crl' ? 'sha256Hex' : 'encryptedSha256Hex');
  if (typeof ofOctets === 'string') digests.set(`${collection}/${key}`, ofOctets);
  return true;
}

async function linesOf(
  snapshot: Snapshot,
  collection: AuditedName | 'audit',
  isGood: (row: StoredRow) => boolean,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const page of rowsOf(snapshot, collection))
    for (const row of page) if (isGood(row)) lines.push(`${JSON.stringify(plainRecord(row.record))}\n`);
  return lines;
}

async function addOctets(
  { sha256 }: Pick<Desk, 'sha256'>,
  snapshot: Snapshot,
  of: { readonly collection: 'blob' | 'crlFile'; readonly folder: string; readonly ending: string },
  digests: ReadonlyMap<string, string>,
  files: Map<string, Uint8Array>,
): Promise<void> {
  const describedIn = of.collection === 'blob' ? 'attachment' : 'crl';
  for await (const page of rowsOf(snapshot, of.collection, undefined, 8))
    for (const { key, record } of page) {
      const octets = memberOf(record, 'octets');
      const expected = digests.get(`${describedIn}/${key}`);
      if (!(octets instanceof Uint8Array) || bytesToHex(sha256(octets)) !== expected) continue;
      files.set(`${of.folder}/${key}.${of.ending}`, octets);
    }
}
