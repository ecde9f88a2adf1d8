import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesToHex } from '#domain/base/bytes.ts';
import {
  assembleCertificate,
  assembleCertificationRequest,
  writeCertificationRequestInfo,
} from '#domain/certificate/assemble.ts';
import { certificateTemplate, writeTbsCertificate } from '#domain/certificate/certificate-template.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import { readCertificate, readCertificates } from '#domain/certificate/read-certificate.ts';
import { newSerialNumber } from '#domain/certificate/serial-number.ts';
import { readCertificationRequest } from '#domain/application/certification-request/read-certification-request.ts';
import { signatureAlgorithmOf } from '#domain/application/certification-request/request-signature.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { writeDistributionPointName } from '#domain/der/general-name.ts';
import { displayName, writeName } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { contextTag, tag } from '#domain/der/tag.ts';
import {
  bitString,
  element,
  explicit,
  integer,
  octetString,
  sequence,
  time,
  unsignedInteger,
} from '#domain/der/writer.ts';
import { webCryptoSignatureVerifier } from '#adapters/webcrypto/signature-verifier.ts';
import {
  aCertificate,
  addresses,
  anAuthority,
  aTbs,
  authoritySubject,
  individual,
  instant,
  keyIdentifierOf,
  keyOfSuite,
  legalEntity,
  readOrThrow,
  signed,
  someOctets,
} from '#tests/support/authority-samples.ts';
import { latin1 } from '#tests/support/der-samples.ts';
import { ecKeyPair, pemOf, rsaKeyPair, textFile } from '#tests/support/request-samples.ts';
import { withExtension, withParts } from '#tests/support/tbs-mutation.ts';

const authority = anAuthority();

function signedAnyhow(tbsDer: Uint8Array): Uint8Array {
  return assembleCertificate(tbsDer, authority.suite, someOctets(70));
}

function toleratedDeviations(tbsDer: Uint8Array): readonly string[] {
  return readOrThrow(signedAnyhow(tbsDer)).toleratedDeviations.map(({ type }) => type);
}

describe('a certificate of ours', () => {
  it('[N-7] has the subject of N-F3, one attribute to an RDN, from C up', () => {
    const { tbs } = readOrThrow(aCertificate(authority, { subject: legalEntity }));
    expect(displayName(tbs.subject)).toBe(
      'E=office@example.kz, SERIALNUMBER=IIN920308400012, CN=СЕЙІТОВА АЙГҮЛ, OU=BIN101040000012, ' +
        'O=«Көктем» ЖШС, L=Астана, ST=Астана, C=KZ',
    );
    expect(tbs.subject.rdns.every((rdn) => rdn.length === 1)).toBe(true);
  });

  it('has the extensions of its profile and no toleratedDeviations', () => {
    const certificate = readOrThrow(
      aCertificate(authority, { subject: legalEntity, settings: { profile: 'authentication' } }),
    );
    const values = decodedExtensions(certificate.tbs.extensions ?? []);
    expect(certificate.toleratedDeviations).toEqual([]);
    expect(values.keyUsage).toEqual(['digitalSignature']);
    expect(values.extKeyUsage).toEqual([oid.clientAuth, oid.kzLegalEntity, `${oid.kzLegalEntity}.1`]);
    expect(values.basicConstraints).toBeNull();
    expect(values.subjectAltName).toEqual([{ kind: 'rfc822Name', value: legalEntity.email }]);
    expect(values.certificatePolicies).toEqual([
      { policyOid: '1.2.398.99.1.1', cpsUris: ['http://ca.example.kz/cps'], otherQualifiers: 0 },
    ]);
    expect(values.authorityInfoAccess?.map(({ methodOid }) => methodOid)).toEqual([oid.caIssuers]);
    expect(values.authorityKeyIdentifier?.keyIdentifier).toEqual(authority.issuer.keyIdentifier);
  });

  it.each(['ecdsa-p256', 'ecdsa-p384', 'rsa-3072', 'rsa-4096'] as const)(
    '[N-2.7] signed with %s verifies',
    async (suite) => {
      const own = anAuthority(suite);
      const { tbs, signature } = readOrThrow(aCertificate(own));
      const { signature: algorithm } = keySuites[suite];
      expect(await webCryptoSignatureVerifier.verify(own.key.spkiDer, algorithm, tbs.der, signature)).toBe(
        true,
      );
      expect(
        await webCryptoSignatureVerifier.verify(ecKeyPair().spkiDer, algorithm, tbs.der, signature),
      ).toBe(false);
      const turned = Uint8Array.from(tbs.der);
      turned[50] = (turned[50] ?? 0) ^ 1;
      expect(await webCryptoSignatureVerifier.verify(own.key.spkiDer, algorithm, turned, signature)).toBe(
        false,
      );
    },
  );

  it('keyEncipherment is for RSA only', () => {
    const settings = { profile: 'authentication' } as const;
    const rsa = readOrThrow(aCertificate(authority, { settings, spkiDer: rsaKeyPair().spkiDer }));
    expect(decodedExtensions(rsa.tbs.extensions ?? []).keyUsage).toEqual([
      'digitalSignature',
      'keyEncipherment',
    ]);
  });

  it('one template fills as many certificates as are wanted, each as if written alone', () => {
    const settings = { profile: 'signing', addresses } as const;
    const template = certificateTemplate(authority.issuer, settings);
    const { spkiDer } = ecKeyPair();
    const seconds = fc.integer({ min: 0, max: 99 });
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 19, maxLength: 19 }), seconds, (random, second) => {
        const content = {
          serialNumber: newSerialNumber(3, random),
          notBefore: instant(`20${String(second).padStart(2, '0')}-01-01T00:00:00Z`),
          notAfter: instant('9999-12-31T23:59:59Z'),
          subject: individual,
          spkiDer,
          keyIdentifier: keyIdentifierOf(spkiDer),
        };
        const tbsDer = template.fill(content);
        expect(tbsDer).toEqual(writeTbsCertificate(authority.issuer, settings, content));
        const { tbs } = readOrThrow(signedAnyhow(tbsDer));
        expect(tbs.serialNumber).toEqual(content.serialNumber);
        expect([tbs.notBefore, tbs.notAfter]).toEqual([content.notBefore, content.notAfter]);
        expect(tbs.timeTags).toEqual([second < 50 ? tag.utcTime : tag.generalizedTime, tag.generalizedTime]);
      }),
    );
  });

  it('a serial number is the epoch and 19 random octets, positive and 20 octets long whatever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 127 }),
        fc.uint8Array({ minLength: 19, maxLength: 19 }),
        (epoch, random) => {
          const serial = newSerialNumber(epoch, random);
          expect(unsignedInteger(serial)).toEqual(element(tag.integer, serial));
          expect(serial[0]).toBe(epoch);
        },
      ),
    );
    for (const epoch of [0, 128, 1.5])
      expect(() => newSerialNumber(epoch, someOctets(19))).toThrow(RangeError);
    expect(() => newSerialNumber(1, someOctets(18))).toThrow(RangeError);
  });
});

describe('certificates of others', () => {
  const tbsDer = aTbs(authority);
  const validity = (notAfter: Uint8Array) =>
    withParts(tbsDer, { validity: sequence(time(instant('2026-03-02T04:00:00Z')), notAfter) });

  it.each<[string, Uint8Array, string]>([
    ['a negative serial number', withParts(tbsDer, { serialNumber: integer(-5) }), 'SerialNumberNegative'],
    ['serial number zero', withParts(tbsDer, { serialNumber: integer(0) }), 'SerialNumberZero'],
    [
      'a serial number of 21 octets',
      withParts(tbsDer, { serialNumber: unsignedInteger(new Uint8Array(21).fill(5)) }),
      'SerialNumberTooLong',
    ],
    ['version 1', withParts(tbsDer, { version: new Uint8Array(0), extensions: [] }), 'Version'],
    ['version 1 written out', withParts(tbsDer, { version: explicit(0, integer(0)), extensions: [] }), 'Der'],
    ['a fraction of a second', validity(element(tag.generalizedTime, latin1('20270302040000.5Z'))), 'Der'],
    ['an end before its beginning', validity(time(instant('2025-03-02T04:00:00Z'))), 'ValidityReversed'],
    [
      'unique identifiers',
      withParts(tbsDer, { uniqueIds: [element(0x81, Uint8Array.of(0, 1))] }),
      'UniqueIdentifiers',
    ],
    [
      'an unknown critical extension',
      withExtension(tbsDer, '1.2.3', writeExtension('1.2.3', true, octetString())),
      'UnknownCriticalExtension',
    ],
    [
      'an extension that breaks its own syntax',
      withExtension(tbsDer, oid.keyUsage, writeExtension(oid.keyUsage, true, integer(1))),
      'ExtensionUnreadable',
    ],
    [
      'a CRL address with a line break in it',
      withExtension(
        tbsDer,
        oid.crlDistributionPoints,
        writeExtension(
          oid.crlDistributionPoints,
          false,
          sequence(sequence(writeDistributionPointName('http://crl.pki.gov.kz/\nnca.crl'))),
        ),
      ),
      'AddressWithLineBreak',
    ],
  ])('[A25] with %s are shown with it', (_, odd, oddity) => {
    expect(toleratedDeviations(odd)).toContain(oddity);
  });

  it('[A25] a CRL kept under a directory’s name with blanks in it is no address with a line break', () => {
    const directory = element(
      contextTag(4),
      writeName([{ oid: oid.commonName, value: 'Certificate Lists' }]),
    );
    const point = sequence(sequence(element(contextTag(0), element(contextTag(0), directory))));
    const extension = writeExtension(oid.crlDistributionPoints, false, point);
    expect(toleratedDeviations(withExtension(tbsDer, oid.crlDistributionPoints, extension))).toEqual([]);
  });

  it('[A25] an end in the year 9999 is read as it is', () => {
    expect(readOrThrow(signedAnyhow(validity(time(instant('9999-12-31T23:59:59Z'))))).tbs.notAfter).toBe(
      '9999-12-31T23:59:59Z',
    );
  });

  it('[A24] duplicate extensions are named', () => {
    const twice = writeExtension(oid.subjectKeyIdentifier, false, octetString(someOctets(20)));
    const { extensions = [] } = readOrThrow(signedAnyhow(tbsDer)).tbs;
    const doubled = withParts(tbsDer, { extensions: [...extensions.map(({ der }) => der), twice] });
    expect(toleratedDeviations(doubled)).toEqual(['DuplicateExtension']);
  });

  it('the two signature algorithms that must be one are compared', () => {
    const other = sequence(tbsDer, keySuites['rsa-3072'].signatureAlgorithmDer, bitString(someOctets(70)));
    expect(readOrThrow(other).toleratedDeviations).toEqual([
      { type: 'AlgorithmsDiffer', inner: 'ecdsa-with-SHA256', outer: 'sha256WithRSAEncryption' },
    ]);
  });

  it('a file of several PEM certificates is read in its order', () => {
    const [one, two] = [aCertificate(authority), aCertificate(authority, { subject: legalEntity })];
    const file = textFile(pemOf(one, 'CERTIFICATE') + pemOf(two, 'CERTIFICATE'));
    const result = readCertificates(file);
    expect(result.ok && result.value.map(({ der }) => der)).toEqual([one, two]);
    expect(readCertificates(one)).toMatchObject({ ok: true });
  });

  it('[A20] another file is called by what it is', () => {
    expect(readCertificates(textFile('%PDF-1.4'))).toEqual({
      ok: false,
      error: { type: 'NotACertificate', found: 'pdf' },
    });
    expect(readCertificates(new Uint8Array(1_048_577))).toMatchObject({
      ok: false,
      error: { type: 'FileTooLarge' },
    });
    expect(readCertificate(tbsDer)).toMatchObject({ ok: false, error: { type: 'NotDer' } });
  });
});

describe('the station as applicant', () => {
  it.each(['ecdsa-p256', 'ecdsa-p384', 'rsa-3072'] as const)(
    '[R-4] its own request with %s proves possession',
    async (suite) => {
      const key = keyOfSuite(suite);
      const infoDer = writeCertificationRequestInfo(authoritySubject, key.spkiDer);
      const der = assembleCertificationRequest(infoDer, suite, signed(infoDer, suite, key.privateKey));
      const result = readCertificationRequest(der);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      expect(bytesToHex(result.value.infoDer)).toBe(bytesToHex(infoDer));
      expect(result.value.toleratedDeviations).toEqual([]);
      const algorithm = signatureAlgorithmOf(result.value);
      expect(
        await webCryptoSignatureVerifier.verify(key.spkiDer, algorithm, infoDer, result.value.signature),
      ).toBe(true);
    },
  );
});
