import { describe, expect, it } from 'vitest';
import { concatBytes } from '#domain/base/bytes.ts';
import { writeCertificateChain } from '#domain/certificate/certificate-chain.ts';
import { aDocumentKey, signedDocument } from '#tests/support/cms-samples.ts';
import { writePem } from '#domain/der/pem.ts';
import { assembleCertificate } from '#domain/certificate/assemble.ts';
import type { CertificateIssuer } from '#domain/certificate/profile.ts';
import { writeTbsCertificate } from '#domain/certificate/certificate-template.ts';
import { type AuthoritySubject, writeSubjectName } from '#domain/certificate/subject-name.ts';
import { authoritySubject } from '#operations/station/authority-certificate.ts';
import { makeStation } from '#operations/station/make-station.ts';
import { takeAuthorityCertificate } from '#operations/station/root-answer.ts';
import { anOffice, passphrase, taken } from '#tests/support/office-at-work.ts';
import {
  authorityBegin,
  authorityEnd,
  keyIdentifierOf,
  newSerial,
  signed,
} from '#tests/support/authority-samples.ts';
import { type KeyPair, ecKeyPair } from '#tests/support/request-samples.ts';

interface Above {
  readonly subject: AuthoritySubject;
  readonly key: KeyPair;
  readonly issuer: CertificateIssuer;
}

function above(commonName: string): Above {
  const key = ecKeyPair('P-256');
  const subject = {
    kind: 'authority',
    region: 'Астана',
    organization: 'ЦДИАӨМ',
    commonName,
    email: 'root@example.kz',
  } as const;
  const keyIdentifier = keyIdentifierOf(key.spkiDer);
  return {
    subject,
    key,
    issuer: { subjectDer: writeSubjectName(subject), keyIdentifier, suite: 'ecdsa-p256' },
  };
}

function certify(by: Above, subject: AuthoritySubject, spkiDer: Uint8Array, number: number): Uint8Array {
  const tbsDer = writeTbsCertificate(
    by.issuer,
    { profile: 'subordinate-ca', addresses: {} },
    {
      serialNumber: newSerial(number),
      notBefore: authorityBegin,
      notAfter: authorityEnd,
      subject,
      spkiDer,
      keyIdentifier: keyIdentifierOf(spkiDer),
    },
  );
  return assembleCertificate(tbsDer, 'ecdsa-p256', signed(tbsDer, 'ecdsa-p256', by.key.privateKey));
}

async function aStationThatAsked() {
  const { desk } = anOffice();
  taken(
    await makeStation(desk, {
      kind: 'N',
      demonstration: false,
      authority: {
        organisation: 'Цифрлық даму министрлігі',
        commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
        region: 'Астана',
        email: 'ca@example.kz',
      },
      addresses: {},
      suite: 'ecdsa-p256',
      authorityValidityYears: 10,
      officer: { name: 'Сейітова Айгүл', position: 'Бас маман' },
      passphrase,
      wordScript: 'cyrillic',
    }),
  );
  const station = await (await desk.store.read()).get('station', 'station');
  if (station === undefined) throw new Error('no station');
  return { desk, subject: authoritySubject(station), spkiDer: station.authoritySpkiDer };
}

describe('the Root CA’s answer', () => {
  it('is taken in with its chain, in any order, as DER or PEM', async () => {
    const { desk, subject, spkiDer } = await aStationThatAsked();
    const root = above('НЕГІЗГІ');
    const middle = above('АРАЛЫҚ');
    const own = certify(middle, subject, spkiDer, 1);
    const middleDer = certify(root, middle.subject, middle.key.spkiDer, 2);
    const rootDer = certify(root, root.subject, root.key.spkiDer, 3);
    const pem = [rootDer, own].map((der) => new TextEncoder().encode(writePem('CERTIFICATE', der)));
    const station = taken(await takeAuthorityCertificate(desk, [concatBytes(...pem), middleDer]));
    expect(station.authorityCertificateDer).toEqual(own);
    expect(station.chainDer).toEqual([middleDer, rootDer]);
  });

  it('is taken in as the .p7b that we export ourselves, in DER or PEM, and not as a signed one', async () => {
    const root = above('НЕГІЗГІ');
    const rootDer = certify(root, root.subject, root.key.spkiDer, 3);
    const pem = (der: Uint8Array) => new TextEncoder().encode(writePem('PKCS7', der));
    for (const written of [(der: Uint8Array) => der, pem]) {
      const { desk, subject, spkiDer } = await aStationThatAsked();
      const own = certify(root, subject, spkiDer, 1);
      const station = taken(
        await takeAuthorityCertificate(desk, [written(writeCertificateChain([own, rootDer]))]),
      );
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
    const [a, b] = [above('БІРІНШІ'), above('ЕКІНШІ')];
    const circle = [
      certify(a, subject, spkiDer, 1),
      certify(b, a.subject, a.key.spkiDer, 2),
      certify(a, b.subject, b.key.spkiDer, 3),
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
    const [a, b] = [above('БІРІНШІ'), above('ЕКІНШІ')];
    const files = [
      certify(a, subject, spkiDer, 1),
      certify(b, a.subject, a.key.spkiDer, 2),
      certify(a, a.subject, a.key.spkiDer, 3),
      certify(a, b.subject, b.key.spkiDer, 4),
    ];
    const station = taken(await takeAuthorityCertificate(desk, files));
    expect(station.chainDer).toEqual([files[2]]);
  });

  it('for another key, under another name, or with a wrong signature is refused', async () => {
    const { desk, subject, spkiDer } = await aStationThatAsked();
    const root = above('НЕГІЗГІ');
    const rootDer = certify(root, root.subject, root.key.spkiDer, 3);
    const refused = async (...files: readonly Uint8Array[]) => {
      const answer = await takeAuthorityCertificate(desk, files);
      return answer.ok ? 'taken' : answer.error.type;
    };
    expect(await refused(certify(root, subject, ecKeyPair('P-256').spkiDer, 1), rootDer)).toBe(
      'CertificateOfOtherKey',
    );
    const renamed = { ...subject, commonName: 'БАСҚА ОРТАЛЫҚ' };
    expect(await refused(certify(root, renamed, spkiDer, 1), rootDer)).toBe('CertificateNotAuthority');
    const own = certify(root, subject, spkiDer, 1);
    const bent = own.slice();
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect(await refused(bent, rootDer)).toBe('ChainBroken');
    const imposter = above('НЕГІЗГІ');
    expect(await refused(own, certify(imposter, imposter.subject, imposter.key.spkiDer, 3))).toBe(
      'ChainBroken',
    );
    expect(await refused(own)).toBe('ChainBroken');
  });
});
