import { bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, ok } from '#domain/base/result.ts';
import { epochOfCrlNumber } from '#domain/crl/crl-number.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { Desk } from '#ports/desk.ts';
import type { OpenedBackup } from './open-register-backup.ts';
import {
  type ShownFileRefusal,
  isCertificateFile,
  ownList,
  readShownFiles,
} from '#operations/ceremony/shown-files.ts';

/** What one file is that was shown at a restore, and what it has that the backup has not. */
export type NewerFile =
  | {
      readonly type: 'crl';
      readonly crlNumber: string;
      readonly thisUpdate: Instant;
      readonly epoch: number;
      readonly entryCount: number;
      /** Serial numbers that it lists and the backup has not as revoked: they will be on the next list. */
      readonly unknownRevocations: readonly string[];
    }
  | {
      readonly type: 'certificates';
      readonly count: number;
      /** Serial numbers of those that the backup lacks. */
      readonly unknown: readonly string[];
    };

/**
 * A file that left the station after the backup was made, looked at before the restore, which reads it again. It is believed only when
 * one of the authority's own keys signed it.
 */
export async function readNewerFile(
  desk: Pick<Desk, 'verifier'>,
  command: { readonly opened: OpenedBackup; readonly file: Uint8Array },
): Promise<Result<NewerFile, ShownFileRefusal>> {
  const { opened, file } = command;
  if (isCertificateFile(file)) {
    const shown = await readShownFiles(desk, opened.station, [file]);
    if (!shown.ok) return shown;
    const serials = shown.value.certificates.map(({ certificate }) =>
      bytesToHex(certificate.tbs.serialNumber),
    );
    const unknown = serials.filter((serial) => !hasEntry(opened, serial));
    return ok({ type: 'certificates', count: serials.length, unknown });
  }
  const read = await ownList(desk, opened.station, file);
  if (!read.ok) return read;
  const { list, number } = read.value;
  return ok({
    type: 'crl',
    crlNumber: String(number),
    thisUpdate: list.tbs.thisUpdate,
    epoch: epochOfCrlNumber(number),
    entryCount: list.tbs.entries.count,
    unknownRevocations: unknownRevocations(opened, list.tbs.entries),
  });
}

function hasEntry({ puts }: OpenedBackup, serial: string): boolean {
  return puts.some(({ collection, record }) => collection === 'entry' && record.id === serial);
}

function unknownRevocations(
  opened: OpenedBackup,
  listed: Iterable<{ readonly serialNumber: Uint8Array }>,
): readonly string[] {
  const revoked = new Set<string>();
  for (const { collection, record } of opened.puts)
    if (collection === 'entry' && isRevoked(record)) revoked.add(record.id);
  const unknown: string[] = [];
  for (const { serialNumber } of listed) {
    const serial = bytesToHex(serialNumber);
    if (!revoked.has(serial)) unknown.push(serial);
  }
  return unknown;
}

function isRevoked({ revocation }: RegisterEntry): boolean {
  return revocation !== undefined;
}
