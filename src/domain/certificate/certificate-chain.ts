import { compareBytes } from '#domain/base/bytes.ts';
import { contextTag } from '#domain/der/tag.ts';
import { element, explicit, integer, objectIdentifier, sequence, setOf } from '#domain/der/writer.ts';

/** PKCS#7 names of RFC 5652 §4 and §5.1. */
const idData = '1.2.840.113549.1.7.1';
const idSignedData = '1.2.840.113549.1.7.2';

/**
 * The `.p7b` of a certificate and those above it: a SignedData without content and without signers, whose only use is to
 * carry certificates (RFC 5652 §5.2, RFC 2797's certs-only message). In DER, so the certificates are sorted by their octets and
 * not by their place in the chain; readers put them in order by their names.
 */
export function writeCertificateChain(certificatesDer: readonly Uint8Array[]): Uint8Array {
  const certificates = element(contextTag(0), ...[...certificatesDer].sort(compareBytes));
  const signedData = sequence(integer(1), setOf(), sequence(objectIdentifier(idData)), certificates, setOf());
  return sequence(objectIdentifier(idSignedData), explicit(0, signedData));
}
