import type { ActVerifier } from '#ports/act-verifier.ts';
import type { TestApi } from './test-api.ts';

/** What every verifier of officers' signatures promises; keys and signatures are the platform's own. */
export function actVerifierContract(name: string, verifyAct: ActVerifier, api: TestApi): void {
  const { describe, it, expect } = api;
  const message = Uint8Array.from({ length: 32 }, (_, i) => i);

  const signed = async () => {
    const { subtle } = globalThis.crypto;
    const p256 = { name: 'ECDSA', namedCurve: 'P-256' };
    const { publicKey, privateKey } = await subtle.generateKey(p256, true, ['sign', 'verify']);
    return {
      spkiDer: new Uint8Array(await subtle.exportKey('spki', publicKey)),
      signature: new Uint8Array(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, message)),
    };
  };

  describe(`verifier of acts, ${name}`, () => {
    it('knows a right signature from every other', async () => {
      const { spkiDer, signature } = await signed();
      expect(await verifyAct(spkiDer, message, signature)).toBe(true);
      expect(await verifyAct((await signed()).spkiDer, message, signature)).toBe(false);
      expect(await verifyAct(spkiDer, message.subarray(1), signature)).toBe(false);
      for (let at = 0; at < signature.length; at += 7) {
        const turned = Uint8Array.from(signature);
        turned[at] = (turned[at] ?? 0) ^ 1;
        expect(await verifyAct(spkiDer, message, turned)).toBe(false);
      }
    });

    it('answers false, and does not throw, for a signature or a key that is none', async () => {
      const { spkiDer, signature } = await signed();
      for (const wrong of [new Uint8Array(), signature.subarray(1), new Uint8Array(64), new Uint8Array(65)])
        expect(await verifyAct(spkiDer, message, wrong)).toBe(false);
      for (const wrong of [
        new Uint8Array(),
        spkiDer.subarray(1),
        spkiDer.subarray(0, -1),
        new Uint8Array(91),
      ])
        expect(await verifyAct(wrong, message, signature)).toBe(false);
    });
  });
}
