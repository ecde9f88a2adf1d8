import type { Application } from '#domain/application/application.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { bytesToHex } from '#domain/base/bytes.ts';
import { authorityOfKey } from '#domain/certificate/known-authority-key.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** A certificate of this very public key was revoked since its private half is not secret any more, whosever it was. */
export interface KeyCompromised {
  readonly type: 'KeyCompromised';
  readonly serialNumber: string;
}

/** Null when no certificate of that key was revoked for a compromise. */
async function compromisedKey(snapshot: Snapshot, keyIdentifierHex: string): Promise<KeyCompromised | null> {
  const ofKey = await snapshot.list('entry', { index: 'keyIdentifier', only: keyIdentifierHex });
  const compromised = ofKey.find(
    ({ revocation }) =>
      revocation?.reasonCode === 'keyCompromise' || revocation?.reasonCode === 'cACompromise',
  );
  return compromised === undefined ? null : { type: 'KeyCompromised', serialNumber: compromised.id };
}

/** It is the key of an authority: of this one, in any generation, or of one above it. */
export interface KeyOfAuthority {
  readonly type: 'KeyOfAuthority';
  readonly authority: string;
}

/** Why nobody is certified for that key, whoever asks (A05); null when nothing is known against it. `keyBits`: content of the BIT STRING. */
export async function outlawedKey(
  snapshot: Snapshot,
  { keyIdentifierHex, keyBits }: { readonly keyIdentifierHex: string; readonly keyBits: Uint8Array },
): Promise<KeyCompromised | KeyOfAuthority | null> {
  const station = await snapshot.get('station', 'station');
  const authority = station === undefined ? undefined : authorityOfKey(station, keyBits);
  if (authority !== undefined) return { type: 'KeyOfAuthority', authority };
  return compromisedKey(snapshot, keyIdentifierHex);
}

/** The same of an application's request; by the key in its octets, whatever the record says beside them. */
export async function requestedKeyOutlawed(
  { sha1 }: Pick<Desk, 'sha1'>,
  snapshot: Snapshot,
  { request }: Pick<Application, 'request'>,
): Promise<KeyCompromised | KeyOfAuthority | null> {
  const read = request === undefined ? null : readCertificationRequest(request.der);
  if (read === null || !read.ok) return null;
  const { keyBits } = read.value.publicKey;
  return outlawedKey(snapshot, { keyIdentifierHex: bytesToHex(sha1(keyBits)), keyBits });
}
