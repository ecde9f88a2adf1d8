import type { SignatureVerifier } from '#ports/signature-verifier.ts';
import type { SignerCheck } from '#ports/signed-document.ts';

/** By WebCrypto where it has the algorithm; each verifier is loaded when a signature of its kind is first seen. */
export const suiteVerifier: SignatureVerifier = {
  async verify(spkiDer, algorithm, message, signature) {
    const verifier =
      algorithm.kind === 'gost3410'
        ? (await import('#adapters/gost/signature-verifier.ts')).gostSignatureVerifier
        : (await import('#adapters/webcrypto/signature-verifier.ts')).webCryptoSignatureVerifier;
    return verifier.verify(spkiDer, algorithm, message, signature);
  },
};

export const gostSignerCheck: SignerCheck = async (signer) =>
  (await import('#adapters/gost/signer-check.ts')).checkGostSigner(signer);
