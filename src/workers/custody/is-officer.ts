import { recipientOf } from '#adapters/age/age.ts';
import type { StatedOfficer } from '#domain/authority/station-statement.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import type { OfficerSecret } from './officer-secret.ts';
import { signatureSuite } from './suites.ts';

/** Whether the secret is that of the officer as stated, by recipient and signing key. */
export async function isOfficer(
  { identity, signingPkcs8 }: OfficerSecret,
  { ageRecipient, signingSpkiDer }: StatedOfficer,
): Promise<boolean> {
  if ((await recipientOf(identity)) !== ageRecipient) return false;
  const keys = await signatureSuite('ecdsa-p256');
  return bytesEqual(await keys.publicKeyOf(signingPkcs8), signingSpkiDer);
}
