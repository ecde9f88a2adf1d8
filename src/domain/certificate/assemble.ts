import type { KeySuite } from '#domain/authority/station.ts';
import { bitString, explicit, integer, sequence } from '#domain/der/writer.ts';
import { keySuites } from './key-suite.ts';
import { type SubjectName, writeSubjectName } from './subject-name.ts';

/** Certificate ::= tbs, algorithm, signature; for ECDSA the signature is an Ecdsa-Sig-Value. */
export function assembleCertificate(tbsDer: Uint8Array, suite: KeySuite, signature: Uint8Array): Uint8Array {
  return assembleSigned(tbsDer, suite, signature);
}

/** CertificationRequestInfo of a station that asks a Root CA for its certificate; no attributes (RFC 2986 §4.1). */
export function writeCertificationRequestInfo(subject: SubjectName, spkiDer: Uint8Array): Uint8Array {
  return sequence(integer(0), writeSubjectName(subject), spkiDer, explicit(0));
}

export function assembleCertificationRequest(
  infoDer: Uint8Array,
  suite: KeySuite,
  signature: Uint8Array,
): Uint8Array {
  return assembleSigned(infoDer, suite, signature);
}

function assembleSigned(signedDer: Uint8Array, suite: KeySuite, signature: Uint8Array): Uint8Array {
  return sequence(signedDer, keySuites[suite].signatureAlgorithmDer, bitString(signature));
}
