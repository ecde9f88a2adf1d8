import { type AuditHead, type AuditLine, auditKey } from '#domain/audit/audit-record.ts';
import { type Checkpoint, logOrigin, readCheckpoint } from '#domain/audit/checkpoint.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { readAuditRecord } from '#domain/audit/read-audit-record.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { parseInstant } from '#domain/base/instant.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { type SignedHead, readSignedHead } from '#domain/crl/signed-head.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { rowsOf } from './compare-rows.ts';

/** `last` is the end of the log as it was read row by row: what the register's head and its copy have to speak of. */
export async function compareHeads(
  desk: Pick<Desk, 'store'>,
  snapshot: Snapshot,
  last: AuditHead | null,
  faults: ChainFault[],
): Promise<void> {
  const lastSeq = last?.seq ?? 0;
  const head = readHead(snapshot.head);
  if (head === null && snapshot.head !== null) faults.push({ type: 'HeadDiffers', seq: lastSeq });
  if ((head?.seq ?? 0) !== lastSeq) faults.push({ type: 'LogEndDiffers', lastSeq, headSeq: head?.seq ?? 0 });
  else if (head !== null && !isSame(head, last)) faults.push({ type: 'HeadDiffers', seq: head.seq });
  const found = await desk.store.headCopy();
  const copy = readHead(found);
  if (copy === null) {
    if (found !== null) faults.push({ type: 'HeadDiffers', seq: lastSeq });
    else if (last !== null) faults.push({ type: 'HeadCopyMissing', registerSeq: lastSeq });
  } else if (copy.seq > lastSeq) faults.push({ type: 'HeadAhead', registerSeq: lastSeq, headSeq: copy.seq });
  // One commit behind is lawful: what a cut between the two stores leaves. It has to be a head of this log all the same.
  else if (!isSame(copy, await headAt(snapshot, copy.seq)))
    faults.push({ type: 'HeadDiffers', seq: copy.seq });
}

/** Null for what is no head. */
function readHead(value: unknown): AuditHead | null {
  const time = memberOf(value, 'time');
  const isHead =
    Number.isSafeInteger(memberOf(value, 'seq')) && typeof time === 'string' && parseInstant(time) !== null;
  return isHead && typeof memberOf(value, 'hash') === 'string' ? (value as AuditHead) : null;
}

/** The heads that went out beside the CRLs, signed by the station's `certificate` (DER): each of them has to be in the log. */
export async function compareCrlHeads(
  desk: Pick<Desk, 'readSignedDocument'>,
  snapshot: Snapshot,
  certificate: unknown,
  roots: ReadonlyMap<number, Uint8Array | null>,
  faults: ChainFault[],
): Promise<void> {
  for await (const page of rowsOf(snapshot, 'crl'))
    for (const { key, record } of page) {
      const crlNumber = numberInKey(key);
      const head = await signedHeadOf(desk, record, certificate);
      if (head === null || head.crlNumber !== crlNumber) faults.push({ type: 'CrlHeadInvalid', crlNumber });
      else if ((await headAt(snapshot, head.seq))?.hash !== head.hash || !isOfTree(head, roots))
        faults.push({ type: 'CrlHeadDiffers', crlNumber, seq: head.seq });
    }
}

/** A head of an earlier version speaks of no tree. */
function isOfTree(
  { seq, stationId, checkpoint }: SignedHead,
  roots: ReadonlyMap<number, Uint8Array | null>,
): boolean {
  if (checkpoint === undefined) return true;
  const said = readCheckpoint(checkpoint);
  const root = roots.get(seq) ?? null;
  return (
    said !== null &&
    root !== null &&
    said.origin === logOrigin(stationId) &&
    said.size === seq &&
    bytesEqual(said.root, root)
  );
}

/** The numbers of the records that the heads beside the CRLs speak of, whoever wrote them. */
export async function headsAmongCrls(snapshot: Snapshot): Promise<ReadonlySet<number>> {
  const numbers = new Set<number>();
  for await (const page of rowsOf(snapshot, 'crl'))
    for (const { record } of page) {
      const text = memberOf(record, 'headJson');
      const head = typeof text === 'string' ? readSignedHead(text) : null;
      if (head !== null) numbers.add(head.seq);
    }
  return numbers;
}

/**
 * What the list's head that speaks of most of the log says of it, if the station has signed that, and the line that signed the list names it: the root
 * of the tree over the lines that it had verified, signatures and all. Several people have the station's key; that line is a CA officer's, comes after
 * those which the head vouches for, and so is verified at each start. Null where there is none. `certificate` (DER) is the one that the statement was
 * held against: a row that is read anew may be another by then.
 */
export async function newestCheckpoint(
  desk: Pick<Desk, 'readSignedDocument' | 'sha256'>,
  snapshot: Snapshot,
  certificate: unknown,
): Promise<CoveringHead | null> {
  let newest: { readonly seq: number; readonly record: unknown } | null = null;
  for await (const page of rowsOf(snapshot, 'crl'))
    for (const { record } of page) {
      const text = memberOf(record, 'headJson');
      const head = typeof text === 'string' ? readSignedHead(text) : null;
      const isLater = head?.checkpoint !== undefined && head.seq > (newest?.seq ?? 0);
      if (isLater && (await isNamed(desk, snapshot, head, String(text)))) newest = { seq: head.seq, record };
    }
  if (newest === null) return null;
  const head = await signedHeadOf(desk, newest.record, certificate);
  const said = head?.checkpoint === undefined ? null : readCheckpoint(head.checkpoint);
  const isOfHead = said?.origin === logOrigin(head?.stationId ?? '') && said.size === head?.seq;
  if (!isOfHead) return null;
  const text = String(memberOf(newest.record, 'headJson'));
  return { ...said, isNamedBy: (line) => isNaming(desk, line, head, text) };
}

/** `isNamedBy`: asked again of the line after it as that is verified, which may be another by then than the one that was looked up. */
export interface CoveringHead extends Checkpoint {
  readonly isNamedBy: (line: AuditLine) => boolean;
}

/** The list's own line is the next one after its head: nothing comes between them in one commit. */
async function isNamed(
  desk: Pick<Desk, 'sha256'>,
  snapshot: Snapshot,
  head: SignedHead,
  text: string,
): Promise<boolean> {
  const { seq } = head;
  if (!Number.isSafeInteger(seq) || seq < 1) return false;
  const line = readAuditRecord(await snapshot.get('audit', auditKey(seq + 1)));
  return line !== null && isNaming(desk, line, head, text);
}

function isNaming(
  { sha256 }: Pick<Desk, 'sha256'>,
  { seq, act, subjects: [number, digest] }: AuditLine,
  head: SignedHead | null,
  text: string,
): boolean {
  const isOfList = act === 'crl-signed' && seq - 1 === head?.seq && number === head.crlNumber;
  return isOfList && digest === bytesToHex(sha256(encodeUtf8(text)));
}

/** Null when it can't be read, or the station has not signed it. */
async function signedHeadOf(
  desk: Pick<Desk, 'readSignedDocument'>,
  record: unknown,
  stationCertificateDer: unknown,
): Promise<SignedHead | null> {
  const text = memberOf(record, 'headJson');
  const signature = memberOf(record, 'headSignatureDer');
  if (typeof text !== 'string' || !(signature instanceof Uint8Array)) return null;
  const read = await desk.readSignedDocument(signature, encodeUtf8(text));
  const isOfStation =
    read.ok &&
    stationCertificateDer instanceof Uint8Array &&
    bytesEqual(read.value.signerCertificateDer, stationCertificateDer);
  return isOfStation ? readSignedHead(text) : null;
}

async function headAt(snapshot: Snapshot, seq: number): Promise<AuditHead | null> {
  return readAuditRecord(await snapshot.get('audit', auditKey(seq)));
}

function isSame(a: AuditHead, b: AuditHead | null): boolean {
  return b !== null && a.seq === b.seq && a.hash === b.hash && a.time === b.time;
}

/** A storage key may be a number, a date or a list. */
function numberInKey(key: unknown): string {
  return String(key).replace(/^0+/u, '');
}
