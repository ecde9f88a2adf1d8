import type { SignatureAlgorithm } from '#domain/der/algorithm.ts';
import { rawEcdsaSignature } from '#domain/der/ecdsa-signature.ts';
import { isUnreadableKey } from './unreadable-key.ts';
import type { SignatureVerifier } from '#ports/signature-verifier.ts';

/** Over the platform's own WebCrypto, in pages, workers and Node alike. */
export const webCryptoSignatureVerifier = signatureVerifierOver(globalThis.crypto);

/** What no browser has is false here. */
export function signatureVerifierOver({ subtle }: Crypto): SignatureVerifier {
  return {
    async verify(spkiDer, algorithm, message, signature) {
      if (algorithm.kind === 'gost3410') return false;
      const raw = rawSignature(algorithm, signature);
      if (raw === null) return false;
      const key = await importKey(spkiDer, algorithm, subtle);
      if (key === null) return false;
      const name = algorithm.kind === 'ecdsa' ? { name: 'ECDSA', hash: algorithm.hash } : 'RSASSA-PKCS1-v1_5';
      return subtle.verify(name, key, copyOf(raw), copyOf(message));
    },
  };
}

type WebCryptoAlgorithm = Exclude<SignatureAlgorithm, { readonly kind: 'gost3410' }>;

/** WebCrypto takes r ‖ s; out of range or not DER counts as a wrong signature. */
function rawSignature(algorithm: WebCryptoAlgorithm, signature: Uint8Array): Uint8Array | null {
  if (algorithm.kind === 'rsassa-pkcs1') return signature;
  const raw = rawEcdsaSignature(signature, algorithm.curve);
  return raw.ok ? raw.value : null;
}

async function importKey(
  spkiDer: Uint8Array,
  algorithm: WebCryptoAlgorithm,
  subtle: SubtleCrypto,
): Promise<CryptoKey | null> {
  const parameters =
    algorithm.kind === 'ecdsa'
      ? { name: 'ECDSA', namedCurve: algorithm.curve }
      : { name: 'RSASSA-PKCS1-v1_5', hash: algorithm.hash };
  try {
    return await subtle.importKey('spki', copyOf(spkiDer), parameters, false, ['verify']);
  } catch (error) {
    if (isUnreadableKey(error)) return null;
    throw error;
  }
}

/** WebCrypto refuses views on shared memory, and its types say so. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
