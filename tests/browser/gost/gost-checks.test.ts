import { gostChecks } from '#app/gost-checks.ts';
import { gostSuite } from '#adapters/gost/gost-suite.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';

describe('ГОСТ signatures checked in their worker', () => {
  const message = Uint8Array.of(1, 2, 3);

  it('hold when they are right, many at once, and don’t when they are not', async () => {
    const { verifier } = gostChecks();
    for (const encoding of ['rfc4491', 'kz2004'] as const) {
      const algorithm = { kind: 'gost3410', encoding } as const;
      const suite = gostSuite(encoding);
      const { pkcs8, spkiDer } = await suite.makeKeyPair();
      const signature = await (await suite.signer(pkcs8))(message);
      const asked = [signature, signature.slice().reverse(), signature.subarray(1), signature];
      const answers = await Promise.all(
        asked.map((each) => verifier.verify(spkiDer, algorithm, message, each)),
      );
      expect(answers).toEqual([true, false, false, true]);
    }
  });

  it('a signer that is none does not hold', async () => {
    const { checkSigner } = gostChecks();
    const nothing = new Uint8Array();
    const oids = { digestOid: '1.2.643.2.2.9', signatureOid: '1.2.643.2.2.19', contentTypeOid: '1.2' };
    expect(await checkSigner({ ...oids, spkiDer: nothing, content: message, signature: nothing })).toBe(
      false,
    );
  });
});
