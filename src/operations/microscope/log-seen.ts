import type { AuditRecord } from '#domain/audit/audit-record.ts';
import {
  followSignature,
  isSignedByStation,
  isStrayOfStation,
  signatureFaultAtEnd,
  startSignatureDuty,
} from '#domain/audit/signature-duty.ts';
import { base64ToBytes, bytesToHex, hexToBytes } from '#domain/base/bytes.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { readSignedHead } from '#domain/crl/signed-head.ts';
import {
  type GivenNote,
  type LogFiles,
  type ReadRecords,
  lookAtLog,
  recordsOf,
} from '#domain/microscope/exported-log.ts';
import type { LogFinding, LogLook } from '#domain/microscope/log-look.ts';
import { keysOfWords } from '#operations/audit/signers.ts';
import type { Desk } from '#ports/desk.ts';
import type { Magnifier } from '#ports/magnifier.ts';
import { type LogSigners, signersIn } from './log-signers.ts';

type LogDesk = Pick<Desk, 'sha256' | 'verifyAct'> & Pick<Magnifier, 'verifyEd25519'>;

/**
 * An exported log checked whole: what `lookAtLog` reckons, that every commit is signed which has to be, by a key that the station states under
 * its own, and the heads beside its lists. Whose station it is, the fingerprint on paper says: here nobody can.
 */
export async function logSeen(
  desk: LogDesk,
  file: string,
  files: LogFiles,
  notes: readonly GivenNote[],
): Promise<LogLook> {
  const look = lookAtLog(file, files, notes, desk);
  const read = recordsOf(files, desk.sha256);
  const { signers, finding } = await signersIn(desk, files);
  // An anchored station has stated its keys: whoever leaves that away has something to hide.
  const isAnchored = read.records.some(({ act }) => act === 'station-anchored');
  const statement: LogFinding =
    finding.state === 'absent' && isAnchored ? { ...finding, state: 'fails' } : finding;
  const signed = [await signatureFinding(desk, read, signers), statement, headsFinding(desk, files, read)];
  const [records, ...rest] = look.findings;
  return { ...look, findings: [...(records === undefined ? [] : [records]), ...signed, ...rest] };
}

/** Commits without the signature that they owe, and signatures that do not hold or are of somebody who is not stated. */
async function signatureFinding(
  desk: LogDesk,
  { records, brokenAt }: ReadRecords,
  signers: LogSigners,
): Promise<LogFinding> {
  const duty = startSignatureDuty();
  const fails = ({ officer, seq }: Pick<AuditRecord, 'officer' | 'seq'>): LogFinding => {
    return { step: 'signatures', state: 'fails', about: officer, count: seq };
  };
  const removedAt = removals(records);
  let checked = 0;
  for (const record of records) {
    const isStray = isStrayOfStation(duty, record);
    const unsigned = followSignature(duty, record);
    if (isStray || unsigned !== null) return fails(record);
    if (record.signature === undefined) continue;
    const keys = keysOf(record, isSignedByStation(duty, record), signers);
    const isRemoved = keys.length === 0 && (removedAt.get(record.officer) ?? 0) > record.seq;
    if (!isRemoved && !(await isSignedByOne(desk, record, keys))) return fails(record);
    checked++;
  }
  const last = records.at(-1);
  if (brokenAt === null && last !== undefined && signatureFaultAtEnd(duty) !== null) return fails(last);
  return { step: 'signatures', state: checked === 0 ? 'absent' : 'holds', count: checked };
}

function keysOf(
  { officer, time }: AuditRecord,
  isOfStation: boolean,
  signers: LogSigners,
): readonly Uint8Array[] {
  if (isOfStation && officer !== 'station') return keysOfWords(signers, time);
  const key = isOfStation ? signers.station : signers.officers.get(officer);
  return key === undefined ? [] : [key];
}

/** A set-up that is begun again takes the officer of the first one away; what he signed, the signatures after it cover. */
function removals(records: readonly AuditRecord[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { seq, writes } of records)
    for (const { collection, id, digest } of writes)
      if (collection === 'officer' && digest === null) last.set(id, seq);
  return last;
}

async function isSignedByOne(
  desk: LogDesk,
  { hash, signature = '' }: AuditRecord,
  keys: readonly Uint8Array[],
): Promise<boolean> {
  const [octets, signed] = [hexToBytes(hash), base64ToBytes(signature)];
  if (octets === null || signed === null) return false;
  for (const key of keys) if (await desk.verifyAct(key, octets, signed)) return true;
  return false;
}

/** Each head is named, octet for octet, by the line of its list, and names a record; their CMS signatures are for other programs. */
function headsFinding({ sha256 }: LogDesk, files: LogFiles, { records }: ReadRecords): LogFinding {
  const names = [...files.keys()].filter((name) => /^heads\/.*\.json$/u.test(name));
  const wrong = names.find((name) => {
    const octets = files.get(name) ?? new Uint8Array();
    const head = readSignedHead(decodeUtf8(octets) ?? '');
    if (head === null || records[head.seq - 1]?.hash !== head.hash) return true;
    const line = records[head.seq];
    const [number, digest] = line?.act === 'crl-signed' ? line.subjects : [];
    return number !== head.crlNumber || digest !== bytesToHex(sha256(octets));
  });
  if (wrong !== undefined) return { step: 'heads', state: 'fails', about: wrong };
  return { step: 'heads', state: names.length === 0 ? 'absent' : 'holds', count: names.length };
}
