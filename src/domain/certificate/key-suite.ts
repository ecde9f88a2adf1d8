import type { KeySuite } from '#domain/authority/station.ts';
import type { SignatureAlgorithm } from '#domain/der/algorithm.ts';
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

// ECDSA: parameters absent (RFC 5758 §3.2). RSA: NULL (RFC 4055 §5).
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
};
