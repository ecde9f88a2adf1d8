import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { ownGenerations } from '#domain/authority/generations.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { epochOfCrlNumber } from '#domain/crl/crl-number.ts';
import { readCrlFile } from '#domain/crl/read-crl.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { Desk } from '#ports/desk.ts';
import type { OpenedBackup } from './open-register-backup.ts';

export type NewerCrlRefusal = {
  readonly type: 'CrlUnreadable' | 'CrlOfOtherAuthority' | 'CrlSignatureInvalid' | 'CrlWithoutNumber';
};

export interface NewerCrl {
  readonly crlNumber: string;
  readonly thisUpdate: Instant;
  readonly epoch: number;
  readonly entryCount: number;
  /** Serial numbers that it lists and the backup has not as revoked: these revocations are lost with the register. */
  readonly unknownRevocations: readonly string[];
}

/**
 * A CRL that left the station after the backup was made, shown at a restore. It is believed only when one of the authority's own
 * keys signed it; its number's epoch is counted into the next one.
 */
export async function readNewerCrl(
  desk: Pick<Desk, 'verifier'>,
  command: { readonly opened: OpenedBackup; readonly file: Uint8Array },
): Promise<Result<NewerCrl, NewerCrlRefusal>> {
  const { opened, file } = command;
  const read = readCrlFile(file);
  if (!read.ok) return err({ type: 'CrlUnreadable' });
  const { tbs, signature } = read.value;
  const authority = ownGenerations(opened.station)
    .flatMap(({ certificateDer }) => {
      const own = readCertificate(certificateDer);
      return own.ok ? [own.value.tbs] : [];
    })
    .find(({ subject }) => bytesEqual(tbs.issuer.der, subject.der));
  if (authority === undefined) return err({ type: 'CrlOfOtherAuthority' });
  const { publicKey } = authority;
  const algorithm = issuerSignature(read.value, publicKey.key);
  const holds =
    algorithm !== null && (await desk.verifier.verify(publicKey.der, algorithm, tbs.der, signature));
  if (!holds) return err({ type: 'CrlSignatureInvalid' });
  if (tbs.crlNumber === undefined) return err({ type: 'CrlWithoutNumber' });
  return ok({
    crlNumber: String(tbs.crlNumber),
    thisUpdate: tbs.thisUpdate,
    epoch: epochOfCrlNumber(tbs.crlNumber),
    entryCount: tbs.entries.count,
    unknownRevocations: unknownRevocations(opened, tbs.entries),
  });
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
