import { type AuditRecord, auditHash } from '#domain/audit/audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import { type ChainFault, compareWithRegister, followChain, startChain } from '#domain/audit/verify-chain.ts';
import type { OfficerRecord } from '#domain/authority/officer-record.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { base64ToBytes, bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { auditedNames } from '#domain/exchange/collections.ts';
import type { Desk } from '#ports/desk.ts';
import type { RegisterStore, Snapshot } from '#ports/register-store.ts';

export interface LogReport {
  readonly records: number;
  readonly registerRecords: number;
  readonly signaturesVerified: number;
  readonly faults: readonly ChainFault[];
  readonly cancelled: boolean;
}

/** Short enough that a page between two readings stays free, wherever this runs. */
const pageLength = 200;
/** An act committed meanwhile makes the comparison start again from where the log has got to. */
const comparisons = 5;

/**
 * Verifies the whole log: order, links, hashes, payloads, officers' signatures, and that every register record is the one
 * the log speaks of (N-12); then the second copy of the head. Finds everything, changes nothing.
 */
export async function verifyLog(
  desk: Pick<Desk, 'store' | 'sha256' | 'verifyAct'>,
  options: {
    readonly onProgress?: (done: number, total: number) => void;
    readonly cancellation?: CancellationToken;
  } = {},
): Promise<LogReport> {
  const { onProgress, cancellation } = options;
  const chain = startChain();
  const signatures = { verified: 0 };
  let after = '';
  for (let comparison = 1; ; comparison++) {
    const snapshot = await desk.store.read();
    const officers = new Map((await snapshot.list('officer')).map((officer) => [officer.id, officer]));
    for (;;) {
      const page = await snapshot.list('audit', { limit: pageLength, ...(after === '' ? {} : { after }) });
      for (const record of page) {
        followChain(chain, record, desk.sha256);
        await verifySignature(desk, record, officers, chain.faults, signatures);
      }
      onProgress?.(chain.count, Math.max(chain.count, snapshot.head?.seq ?? 0));
      if (cancellation?.isCancelled === true) return report(chain, 0, signatures.verified, true);
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
    const faultsOfLog = chain.faults.length;
    const stored = await digestsOf(snapshot, desk.sha256);
    compareWithRegister(chain, stored);
    await compareOctets(snapshot, chain.faults, desk.sha256);
    const moved = (await desk.store.read()).version !== snapshot.version;
    if (moved && comparison < comparisons) {
      chain.faults.length = faultsOfLog;
      continue;
    }
    await compareHeadCopy(desk.store, chain.faults);
    return report(chain, stored.size, signatures.verified, false);
  }
}

async function verifySignature(
  desk: Pick<Desk, 'sha256' | 'verifyAct'>,
  record: AuditRecord,
  officers: ReadonlyMap<string, OfficerRecord>,
  faults: ChainFault[],
  signatures: { verified: number },
): Promise<void> {
  const signer = officers.get(record.officer);
  if (record.signature === undefined || signer === undefined) return;
  const holds = await desk.verifyAct(
    signer.signingSpkiDer,
    hexToBytes(auditHash(record, desk.sha256)) ?? new Uint8Array(),
    base64ToBytes(record.signature) ?? new Uint8Array(),
  );
  if (holds) signatures.verified += 1;
  else faults.push({ type: 'SignatureInvalid', seq: record.seq });
}

function report(
  chain: { readonly count: number; readonly faults: readonly ChainFault[] },
  registerRecords: number,
  signaturesVerified: number,
  cancelled: boolean,
): LogReport {
  return { records: chain.count, registerRecords, signaturesVerified, faults: chain.faults, cancelled };
}

async function digestsOf(snapshot: Snapshot, sha256: Desk['sha256']): Promise<Map<string, string>> {
  const stored = new Map<string, string>();
  for (const collection of auditedNames)
    for (let after = ''; ;) {
      const page = await snapshot.list(collection, {
        limit: pageLength,
        ...(after === '' ? {} : { after }),
      });
      for (const record of page) stored.set(`${collection}/${record.id}`, recordDigest(record, sha256));
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.id;
    }
  return stored;
}

/** Scans and CRL files lie apart; their digest stands in their record. */
async function compareOctets(
  snapshot: Snapshot,
  faults: ChainFault[],
  sha256: Desk['sha256'],
): Promise<void> {
  const covered = [
    ...(await snapshot.list('attachment')).map((a) => ['blob', a.id, a.encryptedSha256Hex] as const),
    ...(await snapshot.list('crl')).map((c) => ['crlFile', c.id, c.sha256Hex] as const),
  ];
  for (const [collection, id, expected] of covered) {
    const octets = (await snapshot.get(collection, id))?.octets;
    if (octets === undefined) faults.push({ type: 'RecordMissing', collection, id, seq: 0 });
    else if (bytesToHex(sha256(octets)) !== expected)
      faults.push({ type: 'RecordChanged', collection, id, seq: 0 });
  }
}

async function compareHeadCopy(store: RegisterStore, faults: ChainFault[]): Promise<void> {
  const state = await store.state();
  if (state.type === 'present' && state.head === 'rollback') {
    const head = (await store.read()).head;
    faults.push({ type: 'HeadAhead', registerSeq: head?.seq ?? 0, headSeq: 0 });
  }
}
