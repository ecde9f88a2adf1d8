import { sha256 } from '#adapters/digest/digest.ts';
import { webCryptoSignatureVerifier } from '#adapters/webcrypto/signature-verifier.ts';
import { type PairedStation, addedPairings, standingPairings } from '#domain/authority/paired-station.ts';
import { type Station, purposeOf } from '#domain/authority/station.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { issuerSignature } from '#domain/certificate/issuer-signature.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import type { Keys } from './keys.ts';

/**
 * Whether the station may state these pairings after those: none is lost or changed, at most one more, which the station of the authority has
 * attested, and nobody is paired twice at a time. A field station has one authority.
 */
export async function keepsPairings(
  before: Station | undefined,
  next: Station,
  { anchor }: Pick<Keys, 'anchor'>,
): Promise<boolean> {
  if (before !== undefined && purposeOf(before) !== purposeOf(next)) return false;
  const added = addedPairings(before ?? {}, next, sha256);
  if (added === null || added.length > 1) return false;
  const standing = standingPairings(next);
  const isOnce = standing.every(
    (one, i) => !standing.slice(0, i).some((each) => bytesEqual(each.certificateDer, one.certificateDer)),
  );
  if (!isOnce || (purposeOf(next) === 'field' && standing.length > 1)) return false;
  const [peer] = added;
  return peer === undefined || isAttested(peer, purposeOf(next), anchor.stationSpkiDer);
}

async function isAttested(
  { certificateDer, attestationDer, validUntil }: PairedStation,
  purpose: 'authority' | 'field',
  ownSpkiDer: Uint8Array,
): Promise<boolean> {
  const other = readCertificate(certificateDer);
  const attestation = readCertificate(attestationDer);
  if (!other.ok || !attestation.ok) return false;
  const otherSpkiDer = other.value.tbs.publicKey.der;
  if (bytesEqual(otherSpkiDer, ownSpkiDer)) return false;
  const { tbs, signature } = attestation.value;
  const [issuerSpkiDer, fieldSpkiDer] =
    purpose === 'authority' ? [ownSpkiDer, otherSpkiDer] : [otherSpkiDer, ownSpkiDer];
  if (!bytesEqual(tbs.publicKey.der, fieldSpkiDer) || tbs.notAfter !== validUntil) return false;
  const algorithm = issuerSignature(attestation.value, readPublicKey(issuerSpkiDer).key);
  return (
    algorithm !== null && webCryptoSignatureVerifier.verify(issuerSpkiDer, algorithm, tbs.der, signature)
  );
}
