import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { encodeUtf8 } from '#domain/base/utf8.ts';
import { provenReading } from '#operations/proof/proven-reading.ts';
import type { BackupSecret, UnlockRefusal } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import { type PackageFault, type VerifiedPackage, verifyPackage } from './verify-package.ts';

/** What opens a package: the vault of this station while it is open, or what opens a backup. */
export type PackageSecret = 'open-vault' | BackupSecret;

export type OpenPackageRefusal = UnlockRefusal | PackageFault | { readonly type: 'Locked' };

export interface OpenedPackage extends VerifiedPackage {
  readonly sha256Hex: string;
  readonly octets: number;
  /** Whether the key that signed it is the one of this station. */
  readonly isOwn: boolean;
  /** SHA-256, hex, of the signing station's certificate: what is compared when it is another one's. */
  readonly stationFingerprintHex: string;
  /** Number under which this register remembers it as archived. */
  readonly knownAs?: number;
}

/**
 * Opens a package of this station or of another and verifies all of it; the register takes nothing in. A package that was
 * decrypted before by other tools is opened as the ZIP that it is, without a secret.
 */
export async function openArchivePackage(
  desk: Pick<Desk, 'store' | 'custody' | 'archive' | 'sha256' | 'readSignedDocument' | 'verifyRegister'>,
  command: { readonly file: Uint8Array; readonly secret: PackageSecret },
): Promise<Result<OpenedPackage, OpenPackageRefusal>> {
  const { file } = command;
  const zip = startsWith(file, 'PK') ? ok(file) : await decrypted(desk, command);
  if (!zip.ok) return zip;
  const verified = await verifyPackage(desk, zip.value);
  if (!verified.ok) return verified;
  const snapshot = await provenReading(desk);
  const station = await snapshot.get('station', 'station');
  const { packageId } = verified.value.manifest;
  const known = (await snapshot.list('archivePackage')).find((each) => each.packageId === packageId);
  const { stationCertificateDer } = verified.value;
  return ok({
    ...verified.value,
    sha256Hex: bytesToHex(desk.sha256(file)),
    octets: file.length,
    isOwn: station !== undefined && bytesEqual(station.stationCertificateDer, stationCertificateDer),
    stationFingerprintHex: bytesToHex(desk.sha256(stationCertificateDer)),
    ...(known === undefined ? {} : { knownAs: known.number }),
  });
}

async function decrypted(
  desk: Pick<Desk, 'custody'>,
  { file, secret }: { readonly file: Uint8Array; readonly secret: PackageSecret },
): Promise<Result<Uint8Array, OpenPackageRefusal>> {
  if (!startsWith(file, 'age-encryption.org/v1')) return err({ type: 'NotAPackage' });
  if (secret === 'open-vault')
    return desk.custody.isUnlocked() ? desk.custody.decryptPackage(file) : err({ type: 'Locked' });
  const opened = await desk.custody.decryptBackup({ backup: file, secret });
  if (opened.ok) return ok(opened.value.octets);
  const { error } = opened;
  return err(error.type === 'NotABackup' ? { type: 'NotAPackage' } : error);
}

function startsWith(file: Uint8Array, text: string): boolean {
  return bytesEqual(file.subarray(0, text.length), encodeUtf8(text));
}
