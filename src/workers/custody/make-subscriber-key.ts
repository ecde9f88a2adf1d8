import { bytesEqual } from '#domain/base/bytes.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import type { SubscriberKey, SubscriberKeyRequest } from '#ports/custody.ts';
import { keyCarrierOf } from './key-carrier.ts';
import { signatureSuite } from './suites.ts';

/**
 * A key pair for an applicant who brings a medium: the request for us, the carrier for the medium. The carrier is opened
 * again before it is given away, and the key is wiped here: nobody but the applicant has it afterwards.
 */
export async function makeSubscriberKey(request: SubscriberKeyRequest): Promise<SubscriberKey> {
  const { suite, subject, passphrase, friendlyName } = request;
  const keys = await signatureSuite(suite);
  const container = keyCarrierOf(suite);
  const { pkcs8, spkiDer } = await keys.makeKeyPair();
  const sign = await keys.signer(pkcs8);
  const infoDer = writeCertificationRequestInfo(subject, spkiDer);
  const signature = await sign(infoDer);
  const isSound = await (await keys.checker(spkiDer))(infoDer, signature);
  const carrier = await container.write(pkcs8, passphrase, friendlyName);
  const opened = await container.open(carrier, passphrase);
  const isSame = opened !== null && bytesEqual(await keys.publicKeyOf(opened), spkiDer);
  pkcs8.fill(0);
  opened?.fill(0);
  if (!isSound || !isSame) throw new Error('the new key pair failed its test');
  return {
    certificationRequestDer: assembleCertificationRequest(infoDer, suite, signature),
    spkiDer,
    carrier,
  };
}
