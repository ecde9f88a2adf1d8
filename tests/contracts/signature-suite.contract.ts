import type { SignatureSuite } from '#ports/signature-suite.ts';
import type { TestApi } from './test-api.ts';

/** What the key worker may rest on, whoever does the arithmetic of a suite. */
export function signatureSuiteContract(name: string, suite: SignatureSuite, api: TestApi): void {
  const { describe, it, expect } = api;
  const message = Uint8Array.from({ length: 100 }, (_, i) => i);

  describe(`signature suite, ${name}`, () => {
    it('signs with the private half what the public half verifies, and nothing else', async () => {
      const { pkcs8, spkiDer } = await suite.makeKeyPair();
      const signature = await (await suite.signer(pkcs8))(message);
      const holds = await suite.checker(spkiDer);
      expect(await holds(message, signature)).toBe(true);
      for (let at = 0; at < signature.length; at += 9) {
        const turned = Uint8Array.from(signature);
        turned[at] = (turned[at] ?? 0) ^ 1;
        expect(await holds(message, turned)).toBe(false);
      }
      expect(await holds(message.subarray(1), signature)).toBe(false);
      expect(await holds(message, signature.subarray(1))).toBe(false);
      expect(await holds(message, new Uint8Array())).toBe(false);
      const other = await suite.checker((await suite.makeKeyPair()).spkiDer);
      expect(await other(message, signature)).toBe(false);
    });

    it('finds the public half of a private key, and makes another key each time', async () => {
      const first = await suite.makeKeyPair();
      const second = await suite.makeKeyPair();
      expect(await suite.publicKeyOf(first.pkcs8)).toEqual(first.spkiDer);
      expect(first.spkiDer).not.toEqual(second.spkiDer);
      expect(await suite.publicKeyOf(second.pkcs8)).toEqual(second.spkiDer);
    });

    it('rejects octets that are no key', async () => {
      const { pkcs8, spkiDer } = await suite.makeKeyPair();
      for (const cut of [(key: Uint8Array) => key.subarray(1), (key: Uint8Array) => key.subarray(0, -1)]) {
        expect(await rejects(suite.signer(cut(pkcs8)))).toBe(true);
        expect(await rejects(suite.publicKeyOf(cut(pkcs8)))).toBe(true);
        expect(await rejects(suite.checker(cut(spkiDer)))).toBe(true);
      }
      expect(await rejects(suite.signer(new Uint8Array()))).toBe(true);
      expect(await rejects(suite.signer(spkiDer))).toBe(true);
      expect(await rejects(suite.checker(pkcs8))).toBe(true);
    });
  });
}

function rejects(promise: Promise<unknown>): Promise<boolean> {
  return promise.then(
    () => false,
    () => true,
  );
}
