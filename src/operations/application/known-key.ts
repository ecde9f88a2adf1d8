import type { Application } from '#domain/application/application.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** A certificate of this very public key was revoked since its private half is not secret any more, whosever it was. */
export interface KeyCompromised {
  readonly type: 'KeyCompromised';
  readonly serialNumber: string;
}

/** Null when no certificate of that key was revoked for a compromise. */
export async function compromisedKey(
  snapshot: Snapshot,
  keyIdentifierHex: string,
): Promise<KeyCompromised | null> {
  const ofKey = await snapshot.list('entry', { index: 'keyIdentifier', only: keyIdentifierHex });
  const compromised = ofKey.find(
    ({ revocation }) =>
      revocation?.reasonCode === 'keyCompromise' || revocation?.reasonCode === 'cACompromise',
  );
  return compromised === undefined ? null : { type: 'KeyCompromised', serialNumber: compromised.id };
}

/** The same of an application's request; by the key in its octets, whatever the record says beside them. */
export async function requestedKeyCompromised(
  { sha1 }: Pick<Desk, 'sha1'>,
  snapshot: Snapshot,
  { request }: Pick<Application, 'request'>,
): Promise<KeyCompromised | null> {
  const read = request === undefined ? null : readCertificationRequest(request.der);
  if (read === null || !read.ok) return null;
  return compromisedKey(snapshot, bytesToHex(sha1(read.value.publicKey.keyBits)));
}
