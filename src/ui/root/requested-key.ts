import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';

/** SubjectPublicKeyInfo of a stored request; null when it can't be read, which the examination says as well. */
export function requestedKey(requestDer: Uint8Array): Uint8Array | null {
  const read = readCertificationRequest(requestDer);
  return read.ok ? read.value.publicKey.der : null;
}
