import type { AuditHead, Digest } from '#domain/audit/audit-record.ts';
import { recordDigest } from '#domain/audit/record-digest.ts';
import type { ChainFault } from '#domain/audit/chain-fault.ts';
import { RegisterComparison, followChain, startChain } from '#domain/audit/verify-chain.ts';
import { type StationAnchor, isSameAnchor } from '#domain/authority/anchor.ts';
import type { Station } from '#domain/authority/station.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { type CollectionName, backedUpNames, isAudited } from '#domain/exchange/collections.ts';
import type { ArchiveFiles } from '#ports/archive.ts';
import type { BackupSecret, UnlockRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Put } from '#ports/register-store.ts';
import {
  type BackupManifest,
  backupFormatVersion,
  mayBeMissing,
  readManifest,
  readRecordLine,
} from './backup-format.ts';

export type OpenBackupRefusal =
  | UnlockRefusal
  | { readonly type: 'NotABackup' | 'ManifestSignatureInvalid' | 'BackupOfForeignKey' }
  /** Neither the words nor an officer's file say whose it has to be: the fingerprint of its station's certificate has to be given. */
  | { readonly type: 'BackupWithoutAnchor' }
  /** A trial's, shown to a real station, or the reverse. */
  | { readonly type: 'BackupOfTrial' | 'BackupOfRealStation' }
  | { readonly type: 'BackupNewer'; readonly format: number }
  | { readonly type: 'BackupFileChanged'; readonly name: string }
  | { readonly type: 'BackupLogBroken'; readonly faults: readonly ChainFault[] };

export interface OpenedBackup {
  readonly station: Station;
  readonly madeAt: Instant;
  readonly head: AuditHead;
  readonly acts: number;
  readonly entries: number;
  readonly crls: number;
  readonly scans: number;
  readonly puts: readonly Put[];
}

const maximumOctets = 2 * 1024 * 1024 * 1024;

/**
 * Opens a register backup and verifies all of it before anything is written: the digest of each file, the station's
 * signature on the manifest, the log from its first record, each register record and file against the log, and that
 * the log ends where the manifest says.
 */
export async function openRegisterBackup(
  desk: Pick<Desk, 'custody' | 'archive' | 'sha256' | 'readSignedDocument' | 'verifyAct' | 'demonstration'>,
  command: {
    readonly backup: Uint8Array;
    readonly secret: BackupSecret;
    /** SHA-256 of the station's certificate, hex, from paper or from an archive package: asked for where nothing else vouches. */
    readonly stationFingerprint?: string;
  },
): Promise<Result<OpenedBackup, OpenBackupRefusal>> {
  const opened = await desk.custody.decryptBackup(command);
  if (!opened.ok) return opened;
  const archive = await desk.archive.unpack(opened.value.octets, maximumOctets);
  if (!archive.ok) return err({ type: 'NotABackup' });
  const files = archive.value;
  const manifest = readManifest(files.get('manifest.json'));
  if (manifest === null) return err({ type: 'NotABackup' });
  if (manifest.version > backupFormatVersion) return err({ type: 'BackupNewer', format: manifest.version });
  for (const { name, sha256 } of manifest.files)
    if (bytesToHex(desk.sha256(files.get(name) ?? new Uint8Array())) !== sha256)
      return err({ type: 'BackupFileChanged', name });
  const puts = readPuts(files, manifest);
  if (!puts.ok) return puts;
  const station = puts.value.find(({ collection }) => collection === 'station')?.record as
    Station | undefined;
  if (station === undefined || station.stationId !== manifest.stationId) return err({ type: 'NotABackup' });
  const judged = judgeStation(desk, station, opened.value.anchor, command.stationFingerprint);
  if (!judged.ok) return judged;
  if (!(await isSignedByStation(desk, files, station))) return err({ type: 'ManifestSignatureInvalid' });
  const { head, faults } = verifyPuts(puts.value, manifest, desk.sha256);
  if (head === null || faults.length > 0) return err({ type: 'BackupLogBroken', faults });
  const counted = (collection: CollectionName) =>
    puts.value.filter((put) => put.collection === collection).length;
  return ok({
    station,
    madeAt: manifest.madeAt,
    head,
    acts: counted('audit'),
    entries: counted('entry'),
    crls: counted('crl'),
    scans: counted('attachment'),
    puts: puts.value,
  });
}

/**
 * Whose backup it has to be is never taken from what travels inside. The secret vouches for a station and its key; of a backup that was
 * made before secrets did, a person does, who has compared the fingerprint.
 */
function judgeStation(
  { sha256, demonstration }: Pick<Desk, 'sha256' | 'demonstration'>,
  station: Station,
  anchor: StationAnchor | null,
  fingerprint: string | undefined,
): Result<null, OpenBackupRefusal> {
  const { stationId, stationCertificateDer } = station;
  const certificate = readCertificate(stationCertificateDer);
  const stationSpkiDer = certificate.ok ? certificate.value.tbs.publicKey.der : new Uint8Array();
  if (anchor !== null && !isSameAnchor(anchor, { stationId, stationSpkiDer }))
    return err({ type: 'BackupOfForeignKey' });
  if (anchor === null) {
    if (fingerprint === undefined || fingerprint.trim() === '') return err({ type: 'BackupWithoutAnchor' });
    const given = fingerprint.replaceAll(/[\s:]/gu, '').toLowerCase();
    if (given !== bytesToHex(sha256(stationCertificateDer))) return err({ type: 'BackupOfForeignKey' });
  }
  if (station.demonstration === demonstration) return ok(null);
  return err({ type: station.demonstration ? 'BackupOfTrial' : 'BackupOfRealStation' });
}

function readPuts(
  files: ArchiveFiles,
  manifest: BackupManifest,
): Result<readonly Put[], { readonly type: 'BackupFileChanged'; readonly name: string }> {
  const listed = new Set(manifest.files.map(({ name }) => name));
  const puts: Put[] = [];
  for (const collection of backedUpNames) {
    const name = `${collection}.jsonl`;
    if (!listed.has(name) && mayBeMissing(collection)) continue;
    // A file that the manifest does not name is under no digest.
    const text = listed.has(name) ? decodeUtf8(files.get(name) ?? new Uint8Array()) : null;
    if (text === null) return err({ type: 'BackupFileChanged', name });
    for (const line of text.split('\n')) {
      if (line === '') continue;
      const record = readRecordLine(line);
      if (record === null) return err({ type: 'BackupFileChanged', name });
      // The digest in the log, compared below, says that the record is of its collection's shape.
      puts.push({ collection, record } as Put);
    }
  }
  return ok(puts);
}

async function isSignedByStation(
  desk: Pick<Desk, 'readSignedDocument'>,
  files: ArchiveFiles,
  station: Station,
): Promise<boolean> {
  const manifest = files.get('manifest.json') ?? new Uint8Array();
  const signature = files.get('manifest.json.p7s') ?? new Uint8Array();
  const read = await desk.readSignedDocument(signature, manifest);
  return read.ok && bytesEqual(read.value.signerCertificateDer, station.stationCertificateDer);
}

function verifyPuts(
  puts: readonly Put[],
  manifest: BackupManifest,
  sha256: Digest,
): { readonly head: AuditHead | null; readonly faults: readonly ChainFault[] } {
  const chain = startChain();
  const stored = new Map<string, Parameters<RegisterComparison['meet']>>();
  const octets = new Map<string, string>();
  const covered: (readonly [CollectionName, string, string])[] = [];
  for (const { collection, record } of puts) {
    if (collection === 'audit') followChain(chain, record, sha256);
    else if (collection === 'blob' || collection === 'crlFile')
      octets.set(`${collection}/${record.id}`, bytesToHex(sha256(record.octets)));
    else if (isAudited(collection))
      stored.set(`${collection}/${record.id}`, [collection, record.id, recordDigest(record, sha256)]);
    if (collection === 'attachment') covered.push(['blob', record.id, record.encryptedSha256Hex]);
    if (collection === 'crl') covered.push(['crlFile', record.id, record.sha256Hex]);
  }
  const comparison = new RegisterComparison(chain);
  for (const record of stored.values()) comparison.meet(...record);
  comparison.end();
  const faults: ChainFault[] = [...chain.faults];
  for (const [collection, id, expected] of covered) {
    const seen = octets.get(`${collection}/${id}`);
    if (seen !== expected)
      faults.push({ type: seen === undefined ? 'RecordMissing' : 'RecordChanged', collection, id, seq: 0 });
  }
  const { head } = chain;
  if (head !== null && (head.seq !== manifest.head.seq || head.hash !== manifest.head.hash))
    faults.push({ type: 'HeadDiffers', seq: head.seq });
  return { head, faults };
}
