import { type ArmoredBlock, readArmor } from '#domain/der/armor.ts';
import { contentKindOf, kindOfLabel } from '#domain/der/content-kind.ts';
import { err, ok, type Result } from '#domain/base/result.ts';
import type { CertificationRequest } from './certification-request.ts';
import { parseCertificationRequest } from './parse-certification-request.ts';
import type { RequestRefusal } from './request-refusal.ts';

/** A request for the largest key that we certify is under 3 KiB. */
export const requestLimitOctets = 65_536;

/**
 * A PKCS#10 request from a file, as PEM in its variants or as DER. Everything is examined but the signature itself,
 * which needs the port `SignatureVerifier`: until it is verified the request proves nothing (N-2.9).
 */
export function readCertificationRequest(file: Uint8Array): Result<CertificationRequest, RequestRefusal> {
  if (file.length > requestLimitOctets) {
    return err({ type: 'FileTooLarge', limitOctets: requestLimitOctets, seenOctets: file.length });
  }
  const block = requestBlock(file);
  return block.ok ? parseCertificationRequest(block.value) : block;
}

function requestBlock(file: Uint8Array): Result<ArmoredBlock, RequestRefusal> {
  const found = contentKindOf(file);
  if (found === 'privateKey' || found === 'encryptedPrivateKey') {
    return err({ type: 'PrivateKeyInFile', encrypted: found === 'encryptedPrivateKey' });
  }
  if (found !== 'certificationRequest' && found !== 'unknown' && found !== 'text') {
    return err({ type: 'NotACertificationRequest', found });
  }
  const armor = readArmor(file);
  if (!armor.ok)
    return armor.error.type === 'ArmorMissing' ? err({ type: 'NotACertificationRequest', found }) : armor;
  const requests = armor.value.filter(({ label }) => label === undefined || kindOfLabel(label) === found);
  const [block, ...more] = requests;
  if (block === undefined) return err({ type: 'NotACertificationRequest', found });
  if (more.length > 0) return err({ type: 'SeveralRequests', count: requests.length });
  // The label is a claim: a certificate under the label of a request is called a certificate.
  const inside = contentKindOf(block.der);
  if (inside === 'privateKey' || inside === 'encryptedPrivateKey') {
    return err({ type: 'PrivateKeyInFile', encrypted: inside === 'encryptedPrivateKey' });
  }
  if (inside !== 'certificationRequest' && inside !== 'unknown') {
    return err({ type: 'NotACertificationRequest', found: inside });
  }
  return ok(block);
}
