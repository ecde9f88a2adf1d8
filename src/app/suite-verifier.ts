import type { SignatureVerifier } from '#ports/signature-verifier.ts';

/** By WebCrypto where it has the algorithm; each verifier is loaded when a signature of its kind is first seen. */
export function suiteVerifier(gost: () => Promise<SignatureVerifier>): SignatureVerifier {
  return {
    async verify(spkiDer, algorithm, message, signature) {
      const verifier =
        algorithm.kind === 'gost3410'
          ? await gost()
          : (await import('#adapters/webcrypto/signature-verifier.ts')).webCryptoSignatureVerifier;
      return verifier.verify(spkiDer, algorithm, message, signature);
    },
  };
}
