import { describe, expect, it } from 'vitest';
import { concatBytes } from '#domain/base/bytes.ts';
import { writeCertificateChain } from '#domain/certificate/certificate-chain.ts';
import { aDocumentKey, signedDocument } from '#tests/support/cms-samples.ts';
import { writePem } from '#domain/der/pem.ts';
import { takeAuthorityCertificate } from '#operations/station/root-answer.ts';
import { takeAnswer } from '#tests/support/root-confirmed.ts';
import { taken } from '#tests/support/office-at-work.ts';
import { asCertified, certify, pathAuthority } from '#tests/support/path-samples.ts';
import { ecKeyPair } from '#tests/support/request-samples.ts';
import { aStationThatAsked } from '#tests/support/station-that-asked.ts';

describe('the Root CA’s answer', () => {
  it('is taken in with its chain, in any order, as DER or PEM', async () => {
    const { desk, subject, spkiDer } = await aStationThatAsked();
    const root = pathAuthority('НЕГІЗГІ');
    const middle = pathAuthority('АРАЛЫҚ');
    const own = certify(middle, { subject, spkiDer }, { number: 1 });
    const middleDer = certify(root, asCertified(middle), { number: 2 });
    const rootDer = certify(root, asCertified(root), { number: 3 });
    const pem = [rootDer, own].map((der) => new TextEncoder().encode(writePem('CERTIFICATE', der)));
    const station = taken(await takeAnswer(desk, [concatBytes(...pem), middleDer]));
    expect(station.authorityCertificateDer).toEqual(own);
    expect(station.chainDer).toEqual([middleDer, rootDer]);
  });

  it('is taken in as the .p7b that we export ourselves, in DER or PEM, and not as a signed one', async () => {
    const root = pathAuthority('НЕГІЗГІ');
    const rootDer = certify(root, asCertified(root), { number: 3 });
    const pem = (der: Uint8Array) => new TextEncoder().encode(writePem('PKCS7', der));
    for (const written of [(der: Uint8Array) => der, pem]) {
      const { desk, subject, spkiDer } = await aStationThatAsked();
      const own = certify(root, { subject, spkiDer }, { number: 1 });
      const station = taken(await takeAnswer(desk, [written(writeCertificateChain([own, rootDer]))]));
      expect(station.authorityCertificateDer).toEqual(own);
      expect(station.chainDer).toEqual([rootDer]);
    }
    const { desk } = await aStationThatAsked();
    const signedOne = signedDocument(aDocumentKey(), new Uint8Array([1]));
    expect(await takeAuthorityCertificate(desk, [signedOne])).toEqual({
      ok: false,
      error: { type: 'NotACertificate', found: 'cms' },
    });
  });

  it('[A23] with authorities that certify each other in a circle is answered, and refused', async () => {
    const { desk, subject, spkiDer } = await aStationThatAsked();
    const [a, b] = [pathAuthority('БІРІНШІ'), pathAuthority('ЕКІНШІ')];
    const circle = [
      certify(a, { subject, spkiDer }, { number: 1 }),
      certify(b, asCertified(a), { number: 2 }),
      certify(a, asCertified(b), { number: 3 }),
    ];
    expect(await takeAuthorityCertificate(desk, circle)).toMatchObject({
      ok: false,
      error: { type: 'ChainBroken' },
    });
    const station = await (await desk.store.read()).get('station', 'station');
    expect(station?.authorityCertificateDer).toBeUndefined();
  });

  it('[A23] a circle beside the way to the root stands in nobody’s way', async () => {
    const { desk, subject, spkiDer } = await aStationThatAsked();
    const [a, b] = [pathAuthority('БІРІНШІ'), pathAuthority('ЕКІНШІ')];
    const files = [
      certify(a, { subject, spkiDer }, { number: 1 }),
      certify(b, asCertified(a), { number: 2 }),
      certify(a, asCertified(a), { number: 3 }),
      certify(a, asCertified(b), { number: 4 }),
    ];
    const station = taken(await takeAnswer(desk, files));
    expect(station.chainDer).toEqual([files[2]]);
  });

  it('for another key, under another name, or with a wrong signature is refused', async () => {
    const { desk, subject, spkiDer } = await aStationThatAsked();
    const root = pathAuthority('НЕГІЗГІ');
    const rootDer = certify(root, asCertified(root), { number: 3 });
    const refused = async (...files: readonly Uint8Array[]) => {
      const answer = await takeAuthorityCertificate(desk, files);
      return answer.ok ? 'taken' : answer.error.type;
    };
    expect(
      await refused(
        certify(root, { subject: subject, spkiDer: ecKeyPair('P-256').spkiDer }, { number: 1 }),
        rootDer,
      ),
    ).toBe('CertificateOfOtherKey');
    const renamed = { ...subject, commonName: 'БАСҚА ОРТАЛЫҚ' };
    expect(await refused(certify(root, { subject: renamed, spkiDer }, { number: 1 }), rootDer)).toBe(
      'CertificateNotAuthority',
    );
    const own = certify(root, { subject, spkiDer }, { number: 1 });
    const bent = own.slice();
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await refused(bent, rootDer)).toBe('PathRefused');
    const imposter = pathAuthority('НЕГІЗГІ');
    expect(await refused(own, certify(imposter, asCertified(imposter), { number: 3 }))).toBe('PathRefused');
    expect(await refused(own)).toBe('ChainBroken');
  });
});
