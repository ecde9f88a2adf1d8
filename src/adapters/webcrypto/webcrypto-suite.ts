import { derEcdsaSignature, rawEcdsaSignature } from '#domain/der/ecdsa-signature.ts';
import type { SignatureSuite } from '#ports/signature-suite.ts';
import {
  type WebCryptoSuite,
  importPrivateKey,
  importPublicKey,
  makeKeyPair,
  publicKeyOf,
  signWith,
  verifyWith,
} from './suite-keys.ts';

/** The suites that every browser has. */
export function webCryptoSuite(suite: WebCryptoSuite, provider = globalThis.crypto): SignatureSuite {
  return {
    makeKeyPair: () => makeKeyPair(suite, provider),
    async signer(pkcs8) {
      const key = await importPrivateKey(suite, pkcs8, provider);
      return async (octets) => derSignature(suite, await signWith(suite, key, octets, provider));
    },
    async checker(spkiDer) {
      const key = await importPublicKey(suite, spkiDer, provider);
      return async (octets, signature) => {
        const raw = rawSignature(suite, signature);
        return raw !== null && verifyWith(suite, key, raw, octets, provider);
      };
    },
    publicKeyOf: (pkcs8) => publicKeyOf(suite, pkcs8, provider),
  };
}

/** X.509's form of a signature: WebCrypto gives ECDSA's as two plain numbers (RFC 3279 §2.2.3). */
function derSignature(suite: WebCryptoSuite, signature: Uint8Array): Uint8Array {
  const curve = curveOfSuite(suite);
  return curve === null ? signature : derEcdsaSignature(signature, curve);
}

function rawSignature(suite: WebCryptoSuite, signature: Uint8Array): Uint8Array | null {
  const curve = curveOfSuite(suite);
  if (curve === null) return signature;
  const raw = rawEcdsaSignature(signature, curve);
  return raw.ok ? raw.value : null;
}

function curveOfSuite(suite: WebCryptoSuite): 'P-256' | 'P-384' | null {
  switch (suite) {
    case 'ecdsa-p256':
      return 'P-256';
    case 'ecdsa-p384':
      return 'P-384';
    case 'rsa-3072':
    case 'rsa-4096':
      return null;
  }
}
