import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { type TreeEdge, appendLeaf, emptyEdge, leafHash, rootOf, treeEntry } from '#domain/audit/log-tree.ts';
import type { LogReport } from '#domain/audit/log-report.ts';
import type { AuditAct } from '#domain/audit/audit-act.ts';
import { textOfHead } from '#domain/audit/compare-heads.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { type AuditRecord, auditKey } from '#domain/audit/audit-record.ts';
import {
  followSignature,
  isSignedByStation,
  isStrayOfStation,
  signatureFaultAtEnd,
  startSignatureDuty,
  uncoveredAtEnd,
} from '#domain/audit/signature-duty.ts';
import { RegisterComparison, followChain, startChain } from '#domain/audit/verify-chain.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { base64ToBytes, bytesEqual, hexToBytes } from '#domain/base/bytes.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { auditedNames } from '#domain/exchange/collections.ts';
import { writeOfOther } from '#domain/exchange/writes-of-acts.ts';
import { mayDo } from '#domain/authority/roles-of-acts.ts';
import { rolesAfter, rolesAt } from '#domain/authority/roles.ts';
import type { RegisterMap } from '#domain/proof/register-map.ts';
import { type StandingApprovals, followApprovals } from '#domain/proof/standing-approvals.ts';
import type { Desk } from '#ports/desk.ts';
import type { StoredRow } from '#ports/register-store.ts';
import { compareOctets, digestRows, rowsOf } from './compare-rows.ts';
import {
  type CoveringHead,
  compareCrlHeads,
  compareHeads,
  headsAmongCrls,
  newestCheckpoint,
} from './verify-heads.ts';
import { type OfficerMoments, followOfficers, unfoundedRoles } from './founded-roles.ts';
import { type Signers, areSameSigners, keysOfWords, signersOf } from './signers.ts';

/** An act committed meanwhile makes the comparison start again from where the log has got to. */
const comparisons = 5;
/** As often the log is read anew from its first line, when what it was read by was exchanged meanwhile. */
const beginnings = 5;

/**
 * Verifies the whole log: order, links, hashes, payloads, officers' signatures, and that every register record is the one
 * the log speaks of (N-12); then what speaks of the log's end: the head, its second copy, the heads beside the CRLs. Reads
 * rows by their storage keys and takes nothing of a row for granted. Finds everything, changes nothing.
 */
export function verifyLog(desk: VerifyingDesk, options: VerifyLogOptions = {}): Promise<LogReport> {
  return verifiedLog(desk, options, 1);
}

type VerifyingDesk = Pick<Desk, 'store' | 'sha256' | 'verifyAct' | 'readSignedDocument'>;

interface VerifyLogOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly cancellation?: CancellationToken;
  /** Empty; filled with what the register has to hold. */
  readonly map?: RegisterMap;
  /** Told the tree over the log when its end is reached. */
  readonly onEdge?: (edge: TreeEdge) => void;
  /** Rows read at once: fewer leave a page free in between, more are read in less time. */
  readonly rowsAtOnce?: number;
  /** `uncovered`: of the lines that no list's signed head vouches for (decision 0135). */
  readonly signatures?: 'each' | 'uncovered';
}

async function verifiedLog(
  desk: VerifyingDesk,
  options: VerifyLogOptions,
  beginning: number,
): Promise<LogReport> {
  const { onProgress, cancellation, map, onEdge, rowsAtOnce: limit } = options;
  const log: LogAtReading = {
    chain: startChain(),
    duty: startSignatureDuty(),
    signaturesVerified: 0,
    signatures: [],
    edge: emptyEdge,
    roots: new Map(),
    unknownSigners: [],
    removedOfficers: new Map(),
    approvals: new Map(),
    changedRoles: new Map(),
    officerMoments: new Set(),
    signers: null,
    covered: null,
    isUnlike: false,
  };
  const { chain } = log;
  const reportOf = (head: string, registerRecords: number, cancelled: boolean): LogReport => ({
    head,
    records: chain.count,
    registerRecords,
    signaturesVerified: log.signaturesVerified,
    faults: chain.faults,
    uncovered: uncoveredAtEnd(log.duty),
    stationKeyHex: log.signers?.statedKeyHex ?? null,
    cancelled,
  });
  let after: string | undefined;
  for (let comparison = 1; ; comparison++) {
    const snapshot = await desk.store.read();
    const faultsOfStatement: ChainFault[] = [];
    const signers = await signersOf(desk, snapshot, faultsOfStatement);
    // What was read so far went by keys that were there for a while: by those that are there now it is read again.
    if (log.signers !== null && !areSameSigners(log.signers, signers)) {
      if (beginning < beginnings) return verifiedLog(desk, options, beginning + 1);
      // Whoever exchanges the statement all the time would keep the check from ending.
      chain.faults.push({ type: 'StatementInvalid' });
      return reportOf(textOfHead(snapshot.head), 0, false);
    }
    log.signers = signers;
    // Whose certificate it is that signed the head, the statement says.
    const isStated = signers.statedKeyHex !== null && faultsOfStatement.length === 0;
    if (options.signatures === 'uncovered' && isStated && comparison === 1)
      log.covered = await newestCheckpoint(desk, snapshot, signers.stationCertificateDer);
    for (const seq of await headsAmongCrls(snapshot)) {
      if (log.roots.has(seq)) continue;
      // A CRL that was signed meanwhile, on a head that was passed: its root is found on the way, once more from the start.
      if (seq >= 1 && seq <= log.edge.size && beginning < beginnings)
        return verifiedLog(desk, options, beginning + 1);
      log.roots.set(seq, null);
    }
    for await (const page of rowsOf(snapshot, 'audit', after, limit)) {
      for (const row of page) followRow(desk, log, row, signers);
      await settleSignatures(log);
      if (log.isUnlike) return verifiedLog(desk, { ...options, signatures: 'each' }, beginning);
      after = page.at(-1)?.key ?? after;
      onProgress?.(chain.count, Math.max(chain.count, snapshot.head?.seq ?? 0));
      if (cancellation?.isCancelled === true) return reportOf('', 0, true);
    }
    // A log that ends before it has come to what its head vouches for.
    if (log.covered !== null && log.edge.size <= log.covered.size)
      return verifiedLog(desk, { ...options, signatures: 'each' }, beginning);
    const faultsOfLog = chain.faults.length;
    const unsigned = signatureFaultAtEnd(log.duty);
    if (unsigned !== null) chain.faults.push(unsigned);
    chain.faults.push(...strangersAmong(log), ...faultsOfStatement);
    chain.faults.push(...unfoundedRoles(signers.roles, log.officerMoments));
    if (log.duty.isAnchored && signers.statedKeyHex === null && faultsOfStatement.length === 0)
      chain.faults.push({ type: 'StatementInvalid' });
    map?.clear();
    map?.takeApprovals(log.approvals);
    const registered = new RegisterComparison(chain);
    let registerRecords = 0;
    const octets = await digestRows(snapshot, {
      sha256: desk.sha256,
      faults: chain.faults,
      limit,
      onRow: ({ collection, id, digest, keys }) => {
        registerRecords += 1;
        if (registered.meet(collection, id, digest)) map?.put(collection, id, digest, keys, null);
      },
    });
    registered.end();
    for (const { collection, id, digest } of registered.missed()) {
      const name = auditedNames.find((each) => each === collection);
      if (name !== undefined) map?.putMissing(name, id, digest);
    }
    await compareOctets(snapshot, octets, desk.sha256, chain.faults);
    await compareHeads(desk, snapshot, chain.head, chain.faults);
    await compareCrlHeads(desk, snapshot, signers.stationCertificateDer, log.roots, chain.faults);
    onEdge?.(log.edge);
    const moved = (await desk.store.read()).version !== snapshot.version;
    if (!moved || comparison === comparisons)
      return reportOf(textOfHead(snapshot.head), registerRecords, false);
    chain.faults.length = faultsOfLog;
  }
}

interface LogAtReading {
  readonly chain: ReturnType<typeof startChain>;
  readonly duty: ReturnType<typeof startSignatureDuty>;
  signaturesVerified: number;
  edge: TreeEdge;
  /** By number of a record at which a CRL's head says one. */
  readonly roots: Map<number, Uint8Array | null>;
  /** Under way. */
  readonly signatures: {
    readonly seq: number;
    readonly officer: string;
    readonly isOfStation: boolean;
    readonly isValid: Promise<boolean>;
  }[];
  /** Whose signature can't be verified, or does not hold by the station's key. */
  readonly unknownSigners: {
    readonly officer: string;
    readonly seq: number;
    readonly type: 'SignerUnknown' | 'SignatureInvalid';
  }[];
  /** Number of the record that removed an officer, by id: of a set-up that is not over yet, since later nobody is taken out. */
  readonly removedOfficers: Map<string, number>;
  readonly approvals: StandingApprovals;
  /** When an officer's roles were last changed, by id. */
  readonly changedRoles: Map<string, string>;
  readonly officerMoments: OfficerMoments;
  /** By whose keys the lines were read. */
  signers: Signers | null;
  /** What a list's head vouches for; its root is held against the tree as soon as that has come so far. */
  covered: CoveringHead | null;
  /** Another tree than the one that is vouched for. */
  isUnlike: boolean;
}

/**
 * Those who signed and are not in the register, and whom no later act of the set-up removed: one that is begun again takes the officer of
 * the first one away, and what he signed is held by the chain and by the signatures after it. Once it is over, such an act would be an
 * administrator's pardon for lines of nobody at all.
 */
function strangersAmong({ unknownSigners, removedOfficers }: LogAtReading): readonly ChainFault[] {
  return unknownSigners
    .filter(({ officer, seq }) => (removedOfficers.get(officer) ?? 0) <= seq)
    .map(({ seq, type }) => ({ type, seq }));
}

function followRow(
  desk: Pick<Desk, 'sha256' | 'verifyAct'>,
  log: LogAtReading,
  { key, record: stored }: StoredRow,
  signers: Signers,
): void {
  const { faults } = log.chain;
  const record = readAuditRecord(stored);
  if (record === null) {
    faults.push({ type: 'RecordUnreadable', collection: 'audit', id: key });
    return;
  }
  if (key !== auditKey(record.seq) || memberOf(stored, 'id') !== key)
    faults.push({ type: 'RecordMisplaced', collection: 'audit', id: key });
  const hash = followChain(log.chain, record, desk.sha256);
  log.edge = appendLeaf(log.edge, leafHash(treeEntry(record), desk.sha256), desk.sha256);
  if (log.roots.has(record.seq)) log.roots.set(record.seq, rootOf(log.edge, desk.sha256));
  if (log.edge.size === log.covered?.size)
    log.isUnlike = !bytesEqual(rootOf(log.edge, desk.sha256), log.covered.root);
  if (log.covered !== null && log.edge.size === log.covered.size + 1 && !log.covered.isNamedBy(record))
    log.isUnlike = true;
  for (const { collection, id, digest } of record.writes)
    if (collection === 'officer' && digest === null && !log.duty.isSetUp)
      log.removedOfficers.set(id, record.seq);
  followApprovals(log.approvals, record);
  followOfficers(log.officerMoments, record);
  if (isStrayOfStation(log.duty, record)) faults.push({ type: 'ActNotOfStation', seq: record.seq });
  const unsigned = followSignature(log.duty, record);
  if (unsigned !== null) faults.push(unsigned);
  const isOfStation = isSignedByStation(log.duty, record);
  if (!isOfStation && !isOfRole(record, signers, log.changedRoles))
    faults.push({ type: 'ActNotOfRole', seq: record.seq });
  const [subject] = record.subjects;
  if (changingRoles.has(record.act) && subject !== undefined) log.changedRoles.set(subject, record.time);
  if (writeOfOther(record) !== null) faults.push({ type: 'ActWritesOther', seq: record.seq });
  if (record.signature === undefined) return;
  const { officer, seq } = record;
  const keys = keysOf(record, isOfStation, signers);
  if (keys.length === 0) log.unknownSigners.push({ officer, seq, type: 'SignerUnknown' });
  else if (log.edge.size > (log.covered?.size ?? 0)) {
    const isValid = isSigned(desk, hash, record.signature, keys);
    log.signatures.push({ seq, officer, isOfStation, isValid });
  }
}

const changingRoles: ReadonlySet<AuditAct> = new Set<AuditAct>(['officer-roles-changed', 'officer-removed']);

/**
 * By the roles of then, as they are stated now: none of them is ever taken out of the statement. After the line that changed them those of
 * before are over, also within its second.
 */
function isOfRole(
  { officer, act, time, writes }: AuditRecord,
  { roles }: Signers,
  changed: ReadonlyMap<string, string>,
): boolean {
  const entries = roles.get(officer);
  if (entries === undefined) return true;
  const collections = writes.map(({ collection }) => collection);
  const held =
    changed.get(officer) === time ? rolesAfter({ roles: entries }, time) : rolesAt({ roles: entries }, time);
  return mayDo(held, act, collections);
}

/** Those of a page are verified beside each other: the platform has a thread for each. */
async function settleSignatures(log: LogAtReading): Promise<void> {
  const signatures = log.signatures.splice(0);
  const valid = await Promise.all(signatures.map(({ isValid }) => isValid));
  for (const [i, { seq, officer, isOfStation }] of signatures.entries())
    if (valid[i] === true) log.signaturesVerified += 1;
    // A set-up that is begun again has another key of the station than its first beginning had.
    else if (isOfStation) log.unknownSigners.push({ officer, seq, type: 'SignatureInvalid' });
    else log.chain.faults.push({ type: 'SignatureInvalid', seq });
}

/** One of them signs the line; none where nobody knows who that is. */
function keysOf(
  { officer, time }: AuditRecord,
  isOfStation: boolean,
  signers: Signers,
): readonly Uint8Array[] {
  if (isOfStation && officer !== 'station') return keysOfWords(signers, time);
  const key = isOfStation ? signers.station : signers.officers.get(officer);
  return key === undefined ? [] : [key];
}

/** Over the hash as it has to be, and not as it stands in the row. */
async function isSigned(
  desk: Pick<Desk, 'verifyAct'>,
  hash: string,
  signature: string,
  keys: readonly Uint8Array[],
): Promise<boolean> {
  const octets = hexToBytes(hash) ?? new Uint8Array();
  const signed = base64ToBytes(signature) ?? new Uint8Array();
  const valid = await Promise.all(keys.map((key) => desk.verifyAct(key, octets, signed)));
  return valid.includes(true);
}
