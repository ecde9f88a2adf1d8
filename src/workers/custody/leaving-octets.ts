import { unzipOne } from '#adapters/zip/zip.ts';
import { scanTypeOf } from '#domain/application/attachment.ts';
import { manifestName, packageFormat } from '#domain/archive/package-manifest.ts';
import { exchangeFormat } from '#domain/exchange/package/manifest.ts';
import { memberOf } from '#domain/base/member-of.ts';
import { decodeUtf8 } from '#domain/base/utf8.ts';
import { backupFormat } from '#operations/backup/backup-format.ts';

/*
 * What may leave the worker in clear is judged by what it is, not by who asks: backups, packages and the vault's own files are
 * encrypted to the same officers, so that a file that opens tells nothing of what is in it.
 */

/** A manifest names each file of its archive; that of the largest one stays well below. */
const maximumManifestOctets = 64 * 1024 * 1024;

export function mayLeaveAsScan(octets: Uint8Array): boolean {
  return scanTypeOf(octets) !== null;
}

export function mayLeaveAsPackage(octets: Uint8Array): boolean {
  return archiveFormatOf(octets) === packageFormat;
}

export function mayLeaveAsExchange(octets: Uint8Array): boolean {
  return archiveFormatOf(octets) === exchangeFormat;
}

/** The recovery words open both: a register backup, and a package of another station of the office. */
export function mayLeaveAsBackup(octets: Uint8Array): boolean {
  const format = archiveFormatOf(octets);
  return format === backupFormat || format === packageFormat;
}

/** The format that the manifest of a ZIP claims; undefined for what is no ZIP with a manifest. */
function archiveFormatOf(octets: Uint8Array): unknown {
  const startsAsZip = octets[0] === 0x50 && octets[1] === 0x4b;
  const manifest = startsAsZip ? unzipOne(octets, manifestName, maximumManifestOctets) : null;
  if (manifest === null) return undefined;
  try {
    return memberOf(JSON.parse(decodeUtf8(manifest) ?? ''), 'format');
  } catch {
    return undefined;
  }
}
