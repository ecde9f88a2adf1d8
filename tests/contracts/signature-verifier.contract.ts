import type { SignatureAlgorithm } from '#domain/der/algorithm.ts';
import { derEcdsaSignature } from '#domain/der/ecdsa-signature.ts';
import { integer, sequence } from '#domain/der/writer.ts';
import type { SignatureVerifier } from '#ports/signature-verifier.ts';
import type { TestApi } from './test-api.ts';

type WebCryptoAlgorithm = Exclude<SignatureAlgorithm, { readonly kind: 'gost3410' }>;

/** What every verifier of signatures promises; keys and signatures are made by the platform's own WebCrypto. */
export function signatureVerifierContract(name: string, verifier: SignatureVerifier, api: TestApi): void {
  const { describe, it, expect } = api;
  const message = Uint8Array.from({ length: 100 }, (_, i) => i);

  const algorithms: readonly WebCryptoAlgorithm[] = [
    { kind: 'ecdsa', hash: 'SHA-256', curve: 'P-256' },
    { kind: 'ecdsa', hash: 'SHA-512', curve: 'P-256' },
    { kind: 'ecdsa', hash: 'SHA-384', curve: 'P-384' },
    { kind: 'rsassa-pkcs1', hash: 'SHA-256' },
    { kind: 'rsassa-pkcs1', hash: 'SHA-512' },
  ];

  describe(`signature verifier, ${name}`, () => {
    for (const algorithm of algorithms) {
      const called = algorithm.kind === 'ecdsa' ? `ECDSA ${algorithm.curve}` : 'RSA';
      it(`[N-2.9] knows a right signature with ${called} and ${algorithm.hash} from a wrong one`, async () => {
        const { spkiDer, signature } = await signedBy(algorithm, message);
        expect(await verifier.verify(spkiDer, algorithm, message, signature)).toBe(true);
        const other = Uint8Array.from(message);
        other[0] = 1;
        expect(await verifier.verify(spkiDer, algorithm, other, signature)).toBe(false);
        const turned = Uint8Array.from(signature);
        turned[turned.length - 1] = (turned[turned.length - 1] ?? 0) ^ 1;
        expect(await verifier.verify(spkiDer, algorithm, message, turned)).toBe(false);
      });
    }

    it('[A01] answers false, and does not throw, for a signature or a key that is none', async () => {
      const algorithm = { kind: 'ecdsa', hash: 'SHA-256', curve: 'P-256' } as const;
      const { spkiDer, signature } = await signedBy(algorithm, message);
      const tooLarge = sequence(integer(1n << 256n), integer(1));
      for (const wrong of [
        new Uint8Array(0),
        Uint8Array.of(0x30, 0x80),
        sequence(integer(0), integer(0)),
        tooLarge,
      ]) {
        expect(await verifier.verify(spkiDer, algorithm, message, wrong)).toBe(false);
      }
      expect(await verifier.verify(spkiDer.subarray(1), algorithm, message, signature)).toBe(false);
      const rsa = { kind: 'rsassa-pkcs1', hash: 'SHA-256' } as const;
      expect(await verifier.verify(spkiDer, rsa, message, signature)).toBe(false);
    });

    it('takes views into larger buffers', async () => {
      const algorithm = { kind: 'ecdsa', hash: 'SHA-256', curve: 'P-256' } as const;
      const { spkiDer, signature } = await signedBy(algorithm, message);
      const file = Uint8Array.from([...spkiDer, ...message, ...signature]);
      const at = spkiDer.length + message.length;
      const parts = [
        file.subarray(0, spkiDer.length),
        file.subarray(spkiDer.length, at),
        file.subarray(at),
      ] as const;
      expect(await verifier.verify(parts[0], algorithm, parts[1], parts[2])).toBe(true);
    });
  });
}

async function signedBy(
  algorithm: WebCryptoAlgorithm,
  message: Uint8Array<ArrayBuffer>,
): Promise<{ readonly spkiDer: Uint8Array; readonly signature: Uint8Array }> {
  const { subtle } = globalThis.crypto;
  const parameters =
    algorithm.kind === 'ecdsa'
      ? { name: 'ECDSA', namedCurve: algorithm.curve }
      : {
          name: 'RSASSA-PKCS1-v1_5',
          hash: algorithm.hash,
          modulusLength: 2048,
          publicExponent: Uint8Array.of(1, 0, 1),
        };
  const { publicKey, privateKey } = await subtle.generateKey(parameters, true, ['sign', 'verify']);
  const spkiDer = new Uint8Array(await subtle.exportKey('spki', publicKey));
  if (algorithm.kind === 'rsassa-pkcs1') {
    return { spkiDer, signature: new Uint8Array(await subtle.sign(parameters.name, privateKey, message)) };
  }
  const raw = await subtle.sign({ name: 'ECDSA', hash: algorithm.hash }, privateKey, message);
  return { spkiDer, signature: derEcdsaSignature(new Uint8Array(raw), algorithm.curve) };
}
