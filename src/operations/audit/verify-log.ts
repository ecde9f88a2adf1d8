import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import type { LogReport } from '#domain/audit/log-report.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { type AuditRecord, auditHash, auditKey } from '#domain/audit/audit-record.ts';
import {
  followSignature,
  signatureFaultAtEnd,
  startSignatureDuty,
  uncoveredAtEnd,
} from '#domain/audit/signature-duty.ts';
import { compareWithRegister, followChain, startChain } from '#domain/audit/verify-chain.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { base64ToBytes, hexToBytes } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { auditedNames } from '#domain/exchange/collections.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot, StoredRow } from '#ports/register-store.ts';
import { compareOctets, digestsOfRows, rowsOf } from './compare-rows.ts';
import { compareCrlHeads, compareHeads, hashOfHead } from './verify-heads.ts';

/** An act committed meanwhile makes the comparison start again from where the log has got to. */
const comparisons = 5;

/**
 * Verifies the whole log: order, links, hashes, payloads, officers' signatures, and that every register record is the one
 * the log speaks of (N-12); then what speaks of the log's end: the head, its second copy, the heads beside the CRLs. Reads
 * rows by their storage keys and takes nothing of a row for granted. Finds everything, changes nothing.
 */
export async function verifyLog(
  desk: Pick<Desk, 'store' | 'sha256' | 'verifyAct' | 'readSignedDocument'>,
  options: {
    readonly onProgress?: (done: number, total: number) => void;
    readonly cancellation?: CancellationToken;
  } = {},
): Promise<LogReport> {
  const { onProgress, cancellation } = options;
  const log: LogAtReading = {
    chain: startChain(),
    duty: startSignatureDuty(),
    signaturesVerified: 0,
    unknownSigners: [],
    removedOfficers: new Map(),
  };
  const { chain } = log;
  const reportOf = (head: string, registerRecords: number, cancelled: boolean): LogReport => ({
    head,
    records: chain.count,
    registerRecords,
    signaturesVerified: log.signaturesVerified,
    faults: chain.faults,
    uncovered: uncoveredAtEnd(log.duty),
    cancelled,
  });
  let after: string | undefined;
  for (let comparison = 1; ; comparison++) {
    const snapshot = await desk.store.read();
    const signers = await signingKeys(snapshot);
    for await (const page of rowsOf(snapshot, 'audit', after)) {
      for (const row of page) await followRow(desk, log, row, signers);
      after = page.at(-1)?.key ?? after;
      onProgress?.(chain.count, Math.max(chain.count, snapshot.head?.seq ?? 0));
      if (cancellation?.isCancelled === true) return reportOf('', 0, true);
    }
    const faultsOfLog = chain.faults.length;
    const unsigned = signatureFaultAtEnd(log.duty);
    if (unsigned !== null) chain.faults.push(unsigned);
    chain.faults.push(...strangersAmong(log));
    const stored = await digestsOfRows(snapshot, auditedNames, desk.sha256, chain.faults);
    compareWithRegister(chain, stored);
    await compareOctets(snapshot, desk.sha256, chain.faults);
    await compareHeads(desk, snapshot, chain.head, chain.faults);
    await compareCrlHeads(desk, snapshot, chain.faults);
    const moved = (await desk.store.read()).version !== snapshot.version;
    if (!moved || comparison === comparisons) return reportOf(hashOfHead(snapshot.head), stored.size, false);
    chain.faults.length = faultsOfLog;
  }
}

interface LogAtReading {
  readonly chain: ReturnType<typeof startChain>;
  readonly duty: ReturnType<typeof startSignatureDuty>;
  signaturesVerified: number;
  readonly unknownSigners: { readonly officer: string; readonly seq: number }[];
  /** Number of the record that removed an officer, by id. */
  readonly removedOfficers: Map<string, number>;
}

/**
 * Those who signed and are not in the register, and whom no later act removed: a set-up that is begun again takes the officer of
 * the first one away, and what he signed is held by the chain and by the signatures after it.
 */
function strangersAmong({ unknownSigners, removedOfficers }: LogAtReading): readonly ChainFault[] {
  return unknownSigners
    .filter(({ officer, seq }) => (removedOfficers.get(officer) ?? 0) <= seq)
    .map(({ seq }) => ({ type: 'SignerUnknown', seq }));
}

async function followRow(
  desk: Pick<Desk, 'sha256' | 'verifyAct'>,
  log: LogAtReading,
  { key, record: stored }: StoredRow,
  signers: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const { faults } = log.chain;
  const record = readAuditRecord(stored);
  if (record === null) {
    faults.push({ type: 'RecordUnreadable', collection: 'audit', id: key });
    return;
  }
  if (key !== auditKey(record.seq) || memberOf(stored, 'id') !== key)
    faults.push({ type: 'RecordMisplaced', collection: 'audit', id: key });
  followChain(log.chain, record, desk.sha256);
  for (const { collection, id, digest } of record.writes)
    if (collection === 'officer' && digest === null) log.removedOfficers.set(id, record.seq);
  const unsigned = followSignature(log.duty, record);
  if (unsigned !== null) faults.push(unsigned);
  if (record.signature === undefined) return;
  const signer = signers.get(record.officer);
  if (signer === undefined) log.unknownSigners.push({ officer: record.officer, seq: record.seq });
  else if (await isSigned(desk, record, record.signature, signer)) log.signaturesVerified += 1;
  else faults.push({ type: 'SignatureInvalid', seq: record.seq });
}

function isSigned(
  desk: Pick<Desk, 'sha256' | 'verifyAct'>,
  record: AuditRecord,
  signature: string,
  signingSpkiDer: Uint8Array,
): Promise<boolean> {
  // Over the hash as it has to be, and not as it stands in the row.
  return desk.verifyAct(
    signingSpkiDer,
    hexToBytes(auditHash(record, desk.sha256)) ?? new Uint8Array(),
    base64ToBytes(signature) ?? new Uint8Array(),
  );
}

/** By the officer's id. */
async function signingKeys(snapshot: Snapshot): Promise<ReadonlyMap<string, Uint8Array>> {
  const keys = new Map<string, Uint8Array>();
  for await (const page of rowsOf(snapshot, 'officer'))
    for (const { key, record } of page) {
      const spkiDer = memberOf(record, 'signingSpkiDer');
      if (spkiDer instanceof Uint8Array) keys.set(key, spkiDer);
    }
  return keys;
}
