import { describe, expect, it } from 'vitest';
import { webCryptoSuite } from '#adapters/webcrypto/webcrypto-suite.ts';
import { signatureSuiteContract } from '#tests/contracts/signature-suite.contract.ts';
import { peculiarCrypto } from '#tests/support/peculiar-crypto.ts';

const suites = ['ecdsa-p256', 'ecdsa-p384', 'rsa-3072'] as const;
const providers = { Node: globalThis.crypto, Peculiar: peculiarCrypto };

for (const [name, provider] of Object.entries(providers))
  for (const suite of suites)
    signatureSuiteContract(`${suite}, ${name}`, webCryptoSuite(suite, provider), { describe, it, expect });

describe('two WebCryptos', () => {
  const message = Uint8Array.from({ length: 100 }, (_, i) => i);

  it.each([
    ['Node', 'Peculiar'],
    ['Peculiar', 'Node'],
  ] as const)('what %s made and signed, %s reads and verifies', async (maker, reader) => {
    for (const suite of suites) {
      const made = webCryptoSuite(suite, providers[maker]);
      const read = webCryptoSuite(suite, providers[reader]);
      const { pkcs8, spkiDer } = await made.makeKeyPair();
      const signature = await (await made.signer(pkcs8))(message);
      expect(await (await read.checker(spkiDer))(message, signature)).toBe(true);
      expect(await (await read.checker(spkiDer))(message.subarray(1), signature)).toBe(false);
      expect(await read.publicKeyOf(pkcs8)).toEqual(spkiDer);
      // The other way round with the very same key.
      const again = await (await read.signer(pkcs8))(message);
      expect(await (await made.checker(spkiDer))(message, again)).toBe(true);
    }
  });
});
