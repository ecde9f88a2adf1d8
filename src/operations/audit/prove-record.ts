import { isEntering } from '#domain/audit/entering-acts.ts';
import type { AuditRecord } from '#domain/audit/audit-record.ts';
import { readCheckpoint } from '#domain/audit/checkpoint.ts';
import { leafHash, rootOf, treeEntry } from '#domain/audit/log-tree.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { inclusionPath, provenBy, writeTlogProof } from '#domain/audit/tlog-proof.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { readSignedHead } from '#domain/crl/signed-head.ts';
import { logEdge, requireSound } from '#operations/soundness.ts';
import type { RegisterTouched } from '#operations/verified-head.ts';
import { fileRefusal } from '#operations/your-role.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { rowsOf } from './compare-rows.ts';

export type ProveRecordRefusal =
  | RegisterTouched
  /** No record of that number, or none that says that this certificate was issued or taken in. */
  | { readonly type: 'LogRecordMissing' }
  /** The station is locked, and no CRL since the record carries a checkpoint. */
  | { readonly type: 'CheckpointMissing' };

/**
 * The proof that one record stands in the log (`domain/audit/tlog-proof.ts`), UTF-8: of that number, or the one that entered a certificate into
 * the register (N-6, N-12). An open station signs the checkpoint of now; a locked one gives the newest that went out with a CRL.
 */
export async function proveRecord(
  desk: Pick<Desk, 'store' | 'sha256' | 'custody' | 'verifyRegister'>,
  of: { readonly seq: number } | { readonly serialNumber: string },
): Promise<Result<Uint8Array, ProveRecordRefusal>> {
  const sound = await requireSound(desk, 'backup');
  if (!sound.ok) return sound;
  const snapshot = await desk.store.read();
  const leaves: Uint8Array[] = [];
  let found: AuditRecord | undefined;
  for await (const page of rowsOf(snapshot, 'audit'))
    for (const { record: stored } of page) {
      const record = readAuditRecord(stored);
      if (record === null) return err({ type: 'LogRecordMissing' });
      if (found === undefined && isAskedFor(record, of)) found = record;
      leaves.push(leafHash(treeEntry(record), desk.sha256));
    }
  if (found === undefined) return err({ type: 'LogRecordMissing' });
  const checkpoint = await checkpointOver(desk, snapshot, found.seq);
  const size = checkpoint === null ? undefined : readCheckpoint(checkpoint)?.size;
  if (checkpoint === null || size === undefined) return err({ type: 'CheckpointMissing' });
  const index = found.seq - 1;
  const path = inclusionPath(leaves.slice(0, size), index, desk.sha256);
  const proof = { entry: treeEntry(found), index, path, checkpoint };
  // The register was verified, and what comes out is checked once more as a stranger would.
  if (provenBy(proof, desk.sha256) === null) throw new Error('the proof does not hold');
  return ok(encodeUtf8(writeTlogProof(proof)));
}

function isAskedFor(
  record: AuditRecord,
  of: { readonly seq: number } | { readonly serialNumber: string },
): boolean {
  if ('seq' in of) return record.seq === of.seq;
  return isEntering(record.act) && record.subjects[0] === of.serialNumber;
}

async function checkpointOver(
  desk: Pick<Desk, 'store' | 'sha256' | 'custody' | 'verifyRegister'>,
  snapshot: Snapshot,
  seq: number,
): Promise<string | null> {
  if (desk.custody.isUnlocked() && (await fileRefusal(desk, snapshot, 'station')) === null) {
    const edge = await logEdge(desk, snapshot);
    // Where somebody has committed meanwhile, the tree is of a log that was not read here.
    if (edge.size !== snapshot.head?.seq) return null;
    return (await desk.custody.signCheckpoint({ size: edge.size, root: rootOf(edge, desk.sha256) }))
      .checkpoint;
  }
  let newest: { readonly checkpoint: string; readonly size: number } | null = null;
  for (const { headJson } of await snapshot.list('crl')) {
    const { checkpoint } = readSignedHead(headJson) ?? {};
    const size = checkpoint === undefined ? undefined : readCheckpoint(checkpoint)?.size;
    if (checkpoint === undefined || size === undefined || size < seq) continue;
    if (newest === null || size > newest.size) newest = { checkpoint, size };
  }
  return newest?.checkpoint ?? null;
}
