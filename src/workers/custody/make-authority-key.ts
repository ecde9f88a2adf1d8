import { decryptFile, encryptToRecipients } from '#adapters/age/age.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import type { AuthorityKeyRequest, NewAuthorityKey } from '#ports/custody.ts';
import type { AuthoritySigner } from './keys.ts';
import { readPem, writePem } from './officer-secret.ts';
import { signatureSuite } from './suites.ts';

/**
 * A further key of the authority, encrypted before it leaves this function. The file is opened again with the identity that has the
 * vault open: a key that only memory holds would be lost with the next lock.
 */
export async function makeAuthorityKey(
  { generation, suite }: AuthorityKeyRequest,
  recipients: readonly string[],
  identity: string,
): Promise<{ readonly signer: AuthoritySigner; readonly answer: NewAuthorityKey }> {
  const keys = await signatureSuite(suite);
  const { pkcs8, spkiDer } = await keys.makeKeyPair();
  const ageFile = await encryptToRecipients(writePem('PRIVATE KEY', pkcs8), recipients);
  const signer = { generation, suite, spkiDer, sign: await keys.signer(pkcs8) };
  pkcs8.fill(0);
  const pem = await decryptFile(ageFile, { identities: [identity] });
  const opened = pem === null ? null : readPem(pem);
  const isSame = opened !== null && bytesEqual(await keys.publicKeyOf(opened), spkiDer);
  opened?.fill(0);
  if (!isSame) throw new Error('the new key does not open again');
  return { signer, answer: { spkiDer, ageFile } };
}
