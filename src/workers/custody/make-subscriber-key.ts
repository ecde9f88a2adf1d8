import { openKeyCarrier, writeKeyCarrier } from '#adapters/pkijs/key-carrier.ts';
import {
  importPrivateKey,
  importPublicKey,
  makeKeyPair,
  publicKeyOf,
  signWith,
  verifyWith,
} from '#adapters/webcrypto/suite-keys.ts';
import { bytesEqual } from '#domain/base/bytes.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import type { SubscriberKey, SubscriberKeyRequest } from '#ports/custody.ts';
import { derSignature } from './der-signature.ts';

/**
 * A key pair for an applicant who brings a medium: the request for us, the PKCS#12 for the medium. The carrier is opened
 * again before it is given away, and the key is wiped here: nobody but the applicant has it afterwards.
 */
export async function makeSubscriberKey(request: SubscriberKeyRequest): Promise<SubscriberKey> {
  const { suite, subject, passphrase, friendlyName } = request;
  const { pkcs8, spkiDer } = await makeKeyPair(suite);
  const key = await importPrivateKey(suite, pkcs8);
  const infoDer = writeCertificationRequestInfo(subject, spkiDer);
  const signature = await signWith(suite, key, infoDer);
  const isSound = await verifyWith(suite, await importPublicKey(suite, spkiDer), signature, infoDer);
  const pkcs12 = await writeKeyCarrier(pkcs8, passphrase, friendlyName);
  const opened = await openKeyCarrier(pkcs12, passphrase);
  const isSame = opened !== null && bytesEqual(await publicKeyOf(suite, opened), spkiDer);
  pkcs8.fill(0);
  opened?.fill(0);
  if (!isSound || !isSame) throw new Error('the new key pair failed its test');
  return {
    certificationRequestDer: assembleCertificationRequest(infoDer, suite, derSignature(suite, signature)),
    spkiDer,
    pkcs12,
  };
}
