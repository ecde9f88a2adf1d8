import { gostSuite } from '#adapters/gost/gost-suite.ts';
import type { GostSuite } from '#domain/authority/station.ts';
import type { GostEncoding } from '#domain/der/gost-key.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import { assembleCertificationRequest, writeCertificationRequestInfo } from '#domain/certificate/assemble.ts';
import type { Signer } from '#ports/signature-suite.ts';
import { missingTools } from './find-tools.mjs';
import type { Applicant } from './people.ts';
import { opensslRequest } from './request-files.ts';

const missing = missingTools();

export const hasGostTools = !missing.includes('gostEngine') && !missing.includes('gostsum');

/** A PKCS#10 as an applicant brings it: by gost-engine where it is there and has the encoding, else by our own code. */
export async function gostRequest(person: Applicant, suite: GostSuite): Promise<Buffer> {
  const algorithm = { 'gost-rfc4491': 'gost2001', 'gost-2012-512': 'gost2012_512' };
  if ((suite === 'gost-rfc4491' || suite === 'gost-2012-512') && hasGostTools) {
    const words = ['-engine', 'gost', '-algorithm', algorithm[suite], '-pkeyopt', 'paramset:A'];
    return opensslRequest(person, words).csr;
  }
  return (await ownGostRequest(person, suite)).csr;
}

/** What a suite's keys and signatures are written in. */
export function encodingOf(suite: GostSuite): GostEncoding {
  const { signature } = keySuites[suite];
  if (signature.kind !== 'gost3410') throw new TypeError(suite);
  return signature.encoding;
}

/** With a key that is at hand, so that its owner can sign later. */
export async function ownGostRequest(
  { region, city, surname, givenName, iin, email }: Applicant,
  suite: GostSuite,
): Promise<{ readonly csr: Buffer; readonly sign: Signer }> {
  const keys = gostSuite(encodingOf(suite));
  const { pkcs8, spkiDer } = await keys.makeKeyPair();
  const infoDer = writeCertificationRequestInfo(
    { kind: 'individual', region, city, commonName: `${surname} ${givenName}`, iin, email },
    spkiDer,
  );
  const sign = await keys.signer(pkcs8);
  return { csr: Buffer.from(assembleCertificationRequest(infoDer, suite, await sign(infoDer))), sign };
}
