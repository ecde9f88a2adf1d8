import type { GostSuite, KeySuite } from '#domain/authority/station.ts';
import { type SignatureAlgorithm, algorithmName } from '#domain/der/algorithm.ts';
import { gostKeyName } from '#domain/der/gost-key.ts';
import type { PublicKey } from '#domain/der/public-key.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { derNull, objectIdentifier, sequence } from '#domain/der/writer.ts';

/** What an authority's key signs with (N-2.7); the suite is recorded with each certificate and printed on the forms. */
export interface KeySuiteFacts {
  readonly suite: KeySuite;
  readonly signature: SignatureAlgorithm;
  readonly signatureOid: string;
  /** AlgorithmIdentifier of the signature, in tbsCertificate and outside alike (RFC 5280 §4.1.1.2). */
  readonly signatureAlgorithmDer: Uint8Array;
  readonly publicKeyOid: string;
  /** As printed on the forms. */
  readonly signatureName: string;
  readonly publicKeyName: string;
  readonly keyBits: number;
}

// ECDSA: parameters absent (RFC 5758 §3.2). RSA: NULL (RFC 4055 §5). ГОСТ: absent (RFC 4491 §2.2.2, RFC 9215 §2), NULL in Kazakhstan's own.
export const keySuites: Readonly<Record<KeySuite, KeySuiteFacts>> = {
  'ecdsa-p256': {
    suite: 'ecdsa-p256',
    signature: { kind: 'ecdsa', hash: 'SHA-256', curve: 'P-256' },
    signatureOid: oid.ecdsaWithSha256,
    signatureAlgorithmDer: sequence(objectIdentifier(oid.ecdsaWithSha256)),
    publicKeyOid: oid.ecPublicKey,
    signatureName: 'ecdsa-with-SHA256',
    publicKeyName: 'ECDSA P-256',
    keyBits: 256,
  },
  'ecdsa-p384': {
    suite: 'ecdsa-p384',
    signature: { kind: 'ecdsa', hash: 'SHA-384', curve: 'P-384' },
    signatureOid: oid.ecdsaWithSha384,
    signatureAlgorithmDer: sequence(objectIdentifier(oid.ecdsaWithSha384)),
    publicKeyOid: oid.ecPublicKey,
    signatureName: 'ecdsa-with-SHA384',
    publicKeyName: 'ECDSA P-384',
    keyBits: 384,
  },
  'rsa-3072': {
    suite: 'rsa-3072',
    signature: { kind: 'rsassa-pkcs1', hash: 'SHA-256' },
    signatureOid: oid.sha256WithRsa,
    signatureAlgorithmDer: sequence(objectIdentifier(oid.sha256WithRsa), derNull),
    publicKeyOid: oid.rsaEncryption,
    signatureName: 'sha256WithRSAEncryption',
    publicKeyName: 'RSA 3072',
    keyBits: 3072,
  },
  'rsa-4096': {
    suite: 'rsa-4096',
    signature: { kind: 'rsassa-pkcs1', hash: 'SHA-256' },
    signatureOid: oid.sha256WithRsa,
    signatureAlgorithmDer: sequence(objectIdentifier(oid.sha256WithRsa), derNull),
    publicKeyOid: oid.rsaEncryption,
    signatureName: 'sha256WithRSAEncryption',
    publicKeyName: 'RSA 4096',
    keyBits: 4096,
  },
  'gost-rfc4491': {
    suite: 'gost-rfc4491',
    signature: { kind: 'gost3410', encoding: 'rfc4491' },
    signatureOid: oid.gostR3411WithR3410,
    signatureAlgorithmDer: sequence(objectIdentifier(oid.gostR3411WithR3410)),
    publicKeyOid: oid.gostR3410,
    signatureName: algorithmName(oid.gostR3411WithR3410),
    publicKeyName: gostKeyName('rfc4491'),
    keyBits: 256,
  },
  'gost-kz2004': {
    suite: 'gost-kz2004',
    signature: { kind: 'gost3410', encoding: 'kz2004' },
    signatureOid: oid.kzGost34311With34310,
    signatureAlgorithmDer: sequence(objectIdentifier(oid.kzGost34311With34310), derNull),
    publicKeyOid: oid.kzGost34310,
    signatureName: algorithmName(oid.kzGost34311With34310),
    publicKeyName: gostKeyName('kz2004'),
    keyBits: 256,
  },
  'gost-2012-512': {
    suite: 'gost-2012-512',
    signature: { kind: 'gost3410', encoding: '2012-512' },
    signatureOid: oid.gost2012WithStreebog,
    signatureAlgorithmDer: sequence(objectIdentifier(oid.gost2012WithStreebog)),
    publicKeyOid: oid.gost2012Key,
    signatureName: algorithmName(oid.gost2012WithStreebog),
    publicKeyName: gostKeyName('2012-512'),
    keyBits: 512,
  },
  'gost-kz2015': {
    suite: 'gost-kz2015',
    signature: { kind: 'gost3410', encoding: 'kz2015' },
    signatureOid: oid.kzGost2015WithStreebog,
    signatureAlgorithmDer: sequence(objectIdentifier(oid.kzGost2015WithStreebog), derNull),
    publicKeyOid: oid.kzGost2015Key,
    signatureName: algorithmName(oid.kzGost2015WithStreebog),
    publicKeyName: gostKeyName('kz2015'),
    keyBits: 512,
  },
};

/**
 * Whether a subscriber's key goes with an authority of that suite: ГОСТ is never mixed in a chain, neither with anything else nor
 * with another encoding or standard.
 */
export function isKeyOfSuite(key: PublicKey, suite: KeySuite): boolean {
  const { signature } = keySuites[suite];
  if (signature.kind !== 'gost3410') return key.kind !== 'gost';
  return key.kind === 'gost' && key.encoding === signature.encoding;
}

export const gostSuites: readonly GostSuite[] = [
  'gost-rfc4491',
  'gost-kz2004',
  'gost-2012-512',
  'gost-kz2015',
];

export function isGostSuite(suite: KeySuite): suite is GostSuite {
  return keySuites[suite].signature.kind === 'gost3410';
}

/** The suites of keys that a station of that suite may make for subscribers, its own first where it is bound to it. */
export function subscriberSuites(suite: KeySuite): readonly KeySuite[] {
  if (isGostSuite(suite)) return [suite];
  return ['ecdsa-p256', 'ecdsa-p384', 'rsa-3072', 'rsa-4096'];
}

export type CarrierContainer = 'pkcs12' | 'age';

/** Of a key made for a medium. For Kazakhstan's own encodings no PKCS#12 is published, and none is invented: it goes into an age file. */
export function carrierContainerOf(suite: KeySuite): CarrierContainer {
  return suite === 'gost-kz2004' || suite === 'gost-kz2015' ? 'age' : 'pkcs12';
}
