import { gostChecks } from '#app/gost-checks.ts';
import { gostSuite } from '#adapters/gost/gost-suite.ts';
import { signedDocumentReader } from '#adapters/webcrypto/signed-document.ts';
import type { GostSuite } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import { assembleCertificate } from '#domain/certificate/assemble.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { writeTbsCertificate } from '#domain/certificate/certificate-template.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { type AuthoritySubject, writeSubjectName } from '#domain/certificate/subject-name.ts';
import type { Signer } from '#ports/signature-suite.ts';
import { gostSignedData } from '#tests/support/gost-cms.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';

const subject: AuthoritySubject = {
  kind: 'authority',
  region: 'Астана',
  organization: 'Сынақ',
  commonName: 'Сынақ',
  email: 'ca@example.kz',
};

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

  it('[J17] a signed document holds when it is right, and does not when a bit of it is another', async () => {
    const read = signedDocumentReader(gostChecks().checkSigner);
    for (const encoding of ['rfc4491', 'kz2015'] as const) {
      const suite = gostSuite(encoding);
      const { pkcs8, spkiDer } = await suite.makeKeyPair();
      const sign = await suite.signer(pkcs8);
      const certificate = await selfSigned(`gost-${encoding}`, spkiDer, sign);
      const right = await gostSignedData(encoding, certificate, sign, message);
      expect((await read(right)).ok).toBe(true);
      const signature = (octets: Uint8Array) => octets.map((octet, i) => (i === 3 ? octet ^ 1 : octet));
      const changed = await gostSignedData(encoding, certificate, sign, message, { signature });
      expect(await read(changed)).toEqual({ ok: false, error: { type: 'SignatureInvalid' } });
    }
  });
});

async function selfSigned(suite: GostSuite, spkiDer: Uint8Array, sign: Signer): Promise<Certificate> {
  const keyIdentifier = new Uint8Array(20).fill(1);
  const tbsDer = writeTbsCertificate(
    { subjectDer: writeSubjectName(subject), keyIdentifier, suite },
    { profile: 'ca-self-signed', addresses: {} },
    {
      serialNumber: new Uint8Array(20).fill(1),
      notBefore: '2026-01-01T00:00:00Z' as Instant,
      notAfter: '2036-01-01T00:00:00Z' as Instant,
      subject,
      spkiDer,
      keyIdentifier,
    },
  );
  const read = readCertificate(assembleCertificate(tbsDer, suite, await sign(tbsDer)));
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
}
