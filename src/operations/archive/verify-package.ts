import { isLogRecord, packagedShapes } from '#domain/archive/packaged-records.ts';
import { certificatePath, crlPath } from '#domain/archive/package-index.ts';
import {
  isPackagePath,
  manifestName,
  type PackageManifest,
  readManifest,
  signatureName,
} from '#domain/archive/package-manifest.ts';
import { type AuditRecord, auditHash, payloadDigest } from '#domain/audit/audit-record.ts';
import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type PackagedName, loggedNames, packagedNames } from '#domain/exchange/collections.ts';
import { decodeUtf8, encodeUtf8 } from '#domain/base/utf8.ts';
import { readRecordLine } from '#operations/backup/backup-format.ts';
import type { ArchiveFiles } from '#ports/archive.ts';
import type { Desk } from '#ports/desk.ts';
import type { PackageRecords } from './package-records.ts';

export type PackageFault =
  | { readonly type: 'NotAPackage' | 'PackageSignatureInvalid' }
  | { readonly type: 'PackageTooLarge'; readonly maximumOctets: number }
  | { readonly type: 'PackageNewer'; readonly format: number }
  | {
      readonly type: 'PackageFileChanged' | 'PackageFileMissing' | 'PackageFileExtra' | 'PackagePathUnsafe';
      readonly path: string;
    }
  /** The log in the package does not speak of it in this state. */
  | { readonly type: 'PackageRecordUnknown'; readonly collection: string; readonly id: string };

/** A package that held in every part: what is in it. */
export interface VerifiedPackage {
  readonly manifest: PackageManifest;
  readonly manifestSha256Hex: string;
  readonly stationCertificateDer: Uint8Array;
  /** As the signer claims it. */
  readonly claimedSigningTimeIso?: string;
  readonly records: PackageRecords;
  readonly acts: readonly AuditRecord[];
  readonly files: ArchiveFiles;
}

const maximumOctets = 1024 * 1024 * 1024;

/**
 * Verifies every part of a package's ZIP: the names, the digest of each file and that none is missing or added, the station's
 * signature on the manifest, the shape of each record, and that the log in the package speaks of each by its digest.
 */
export async function verifyPackage(
  desk: Pick<Desk, 'archive' | 'sha256' | 'readSignedDocument'>,
  zip: Uint8Array,
): Promise<Result<VerifiedPackage, PackageFault>> {
  const unpacked = await desk.archive.unpack(zip, maximumOctets);
  if (!unpacked.ok)
    return err(
      unpacked.error.type === 'ArchiveTooLarge'
        ? { type: 'PackageTooLarge', maximumOctets: unpacked.error.maximumOctets }
        : { type: 'NotAPackage' },
    );
  const files = unpacked.value;
  const unsafe = [...files.keys()].find((path) => !isPackagePath(path));
  if (unsafe !== undefined) return err({ type: 'PackagePathUnsafe', path: unsafe });
  const manifestOctets = files.get(manifestName) ?? new Uint8Array();
  const read = readManifest(manifestOctets);
  if (read.type === 'newer') return err({ type: 'PackageNewer', format: read.format });
  if (read.type === 'none') return err({ type: 'NotAPackage' });
  const { manifest } = read;
  const fault = fileFault(files, manifest, desk.sha256);
  if (fault !== null) return err(fault);
  const signed = await desk.readSignedDocument(files.get(signatureName) ?? new Uint8Array(), manifestOctets);
  const stationCertificateDer = files.get('authority/station.cer') ?? new Uint8Array();
  if (!signed.ok || !bytesEqual(signed.value.signerCertificateDer, stationCertificateDer))
    return err({ type: 'PackageSignatureInvalid' });
  const records = readRecords(files);
  if (!records.ok) return records;
  const acts = readActs(files, desk.sha256);
  if (acts === null) return err({ type: 'PackageFileChanged', path: 'audit.jsonl' });
  const unknown = unknownRecord(files, records.value, acts, desk.sha256);
  if (unknown !== null) return err(unknown);
  const { claimedSigningTimeIso } = signed.value;
  return ok({
    manifest,
    manifestSha256Hex: bytesToHex(desk.sha256(manifestOctets)),
    stationCertificateDer,
    ...(claimedSigningTimeIso === undefined ? {} : { claimedSigningTimeIso }),
    records: records.value,
    acts,
    files,
  });
}

/** The manifest names every file but itself and its signature, and no other is there. */
function fileFault(
  files: ArchiveFiles,
  manifest: PackageManifest,
  sha256: Desk['sha256'],
): PackageFault | null {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  if (!files.has(signatureName)) return { type: 'PackageFileMissing', path: signatureName };
  for (const { path, octets, sha256: expected } of manifest.files) {
    const content = files.get(path);
    if (content === undefined) return { type: 'PackageFileMissing', path };
    if (content.length !== octets || bytesToHex(sha256(content)) !== expected)
      return { type: 'PackageFileChanged', path };
  }
  const extra = [...files.keys()].find(
    (path) => path !== manifestName && path !== signatureName && !listed.has(path),
  );
  return extra === undefined ? null : { type: 'PackageFileExtra', path: extra };
}

function readRecords(files: ArchiveFiles): Result<PackageRecords, PackageFault> {
  const found: Partial<Record<PackagedName, readonly object[]>> = {};
  for (const name of packagedNames) {
    const path = recordsPath(name);
    // A collection that came later: the manifest of an older package does not name it.
    const records = files.has(path) ? linesOf(files, path)?.map(readRecordLine) : [];
    if (records === undefined || !records.every(packagedShapes[name]))
      return err({ type: 'PackageFileChanged', path });
    found[name] = records.filter((record) => record !== null);
  }
  // The shapes were checked above, name by name.
  return ok(found as unknown as PackageRecords);
}

/** Null when a line is no act of a log, or its hashes are not those of what it says. */
function readActs(files: ArchiveFiles, sha256: Desk['sha256']): readonly AuditRecord[] | null {
  const acts = linesOf(files, 'audit.jsonl')?.map(readRecordLine) as unknown as
    readonly AuditRecord[] | undefined;
  const holds = acts?.every(
    (act) =>
      isLogRecord(act) &&
      payloadDigest(act.writes, sha256) === act.payloadDigest &&
      auditHash(act, sha256) === act.hash,
  );
  return holds === true ? (acts ?? null) : null;
}

/** A record whose line the log never wrote, or a certificate, scan or CRL that is not the one its record speaks of. */
function unknownRecord(
  files: ArchiveFiles,
  records: PackageRecords,
  acts: readonly AuditRecord[],
  sha256: Desk['sha256'],
): PackageFault | null {
  const written = new Set(
    acts.flatMap(({ writes }) =>
      writes.map(({ collection, id, digest }) => `${collection}/${id}/${digest ?? ''}`),
    ),
  );
  for (const name of loggedNames) {
    const lines = linesOf(files, recordsPath(name)) ?? [];
    for (const [i, { id }] of records[name].entries()) {
      const digest = bytesToHex(sha256(encodeUtf8(lines[i] ?? '')));
      if (!written.has(`${name}/${id}/${digest}`))
        return { type: 'PackageRecordUnknown', collection: name, id };
    }
  }
  const covered: (readonly [string, string, string, string])[] = [
    ...records.entry.map(
      ({ id, fingerprintSha256Hex }) => ['entry', id, certificatePath(id), fingerprintSha256Hex] as const,
    ),
    ...records.attachment.map(
      ({ id, encryptedSha256Hex }) => ['attachment', id, `scans/${id}.age`, encryptedSha256Hex] as const,
    ),
    ...records.crl.map(({ id, crlNumber, sha256Hex }) => ['crl', id, crlPath(crlNumber), sha256Hex] as const),
  ];
  for (const [collection, id, path, expected] of covered) {
    const octets = files.get(path);
    if (octets === undefined || bytesToHex(sha256(octets)) !== expected)
      return { type: 'PackageRecordUnknown', collection, id };
  }
  return null;
}

function recordsPath(name: PackagedName): string {
  return `records/${name}.jsonl`;
}

/** Without the empty one after the last line end; null when there is no such text. */
function linesOf(files: ArchiveFiles, path: string): readonly string[] | null {
  const octets = files.get(path);
  const text = octets === undefined ? null : decodeUtf8(octets);
  return text === null ? null : text.split('\n').filter((line) => line !== '');
}
