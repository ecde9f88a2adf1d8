import { createHash, type KeyObject, sign } from 'node:crypto';
import type { AuthorityKind, CertificateAddresses, GostSuite, KeySuite } from '#domain/authority/station.ts';
import type { Instant } from '#domain/base/instant.ts';
import { assembleCertificate } from '#domain/certificate/assemble.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { writeTbsCertificate } from '#domain/certificate/certificate-template.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import type { CertificateIssuer, ProfileSettings } from '#domain/certificate/profile.ts';
import { readCertificate } from '#domain/certificate/read-certificate.ts';
import { newSerialNumber } from '#domain/certificate/serial-number.ts';
import {
  type AuthoritySubject,
  type IndividualSubject,
  type LegalEntitySubject,
  type SubjectName,
  writeSubjectName,
} from '#domain/certificate/subject-name.ts';
import { readPublicKey } from '#domain/der/public-key.ts';
import { ecKeyPair, type KeyPair, rsaKeyPair } from './request-samples.ts';

export function instant(text: string): Instant {
  return text as Instant;
}

export function sha1(octets: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha1').update(octets).digest());
}

export function keyIdentifierOf(spkiDer: Uint8Array): Uint8Array {
  return sha1(readPublicKey(spkiDer).keyBits);
}

export const authoritySubject: AuthoritySubject = {
  kind: 'authority',
  region: 'Астана',
  organization: '«Сынақ» АҚ',
  commonName: 'Сынақ куәландырушы орталығы',
  email: 'ca@example.kz',
};

export const individual: IndividualSubject = {
  kind: 'individual',
  region: 'Алматы облысы',
  city: 'Қонаев',
  commonName: 'ӘБІЛОВ ҒАЛЫМ',
  iin: '850101300015',
  email: 'g.abilov@example.kz',
};

export const legalEntity: LegalEntitySubject = {
  kind: 'legal-entity',
  region: 'Астана',
  city: 'Астана',
  organization: '«Көктем» ЖШС',
  bin: '101040000012',
  commonName: 'СЕЙІТОВА АЙГҮЛ',
  iin: '920308400012',
  email: 'office@example.kz',
  role: 1,
};

export const addresses: CertificateAddresses = {
  crl: 'http://ca.example.kz/crl/current.crl',
  issuerCertificate: 'http://ca.example.kz/ca.cer',
  practiceStatement: 'http://ca.example.kz/cps',
  policyOid: '1.2.398.99.1.1',
};

/** A generator that gives the same octets every time. */
export function someOctets(count: number, seed = 7): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => (seed * 31 + i * 57 + ((i * i) % 13)) % 256);
}

/** The suites that Node's own cryptography has. */
export type NodeSuite = Exclude<KeySuite, GostSuite>;

/** What certificates are written and examined with. */
export interface IssuingAuthority {
  readonly kind: AuthorityKind;
  readonly suite: KeySuite;
  readonly issuer: CertificateIssuer;
  readonly certificate: Certificate;
}

export interface TestAuthority extends IssuingAuthority {
  readonly suite: NodeSuite;
  readonly key: KeyPair;
}

export function keyOfSuite(suite: NodeSuite): KeyPair {
  if (suite === 'ecdsa-p256') return ecKeyPair('P-256');
  if (suite === 'ecdsa-p384') return ecKeyPair('P-384');
  return rsaKeyPair(suite === 'rsa-3072' ? 3072 : 4096);
}

/** Twenty octets of epoch 1, another for each number. */
export function newSerial(number: number): Uint8Array {
  return newSerialNumber(1, someOctets(19, number + 100));
}

export const authorityBegin = instant('2026-01-01T00:00:00Z');
export const authorityEnd = instant('2045-12-31T23:59:59Z');

/** An authority that signed itself. */
export function anAuthority(suite: NodeSuite = 'ecdsa-p256', kind: AuthorityKind = 'N'): TestAuthority {
  const key = keyOfSuite(suite);
  const keyIdentifier = keyIdentifierOf(key.spkiDer);
  const issuer: CertificateIssuer = { subjectDer: writeSubjectName(authoritySubject), keyIdentifier, suite };
  const tbsDer = writeTbsCertificate(
    issuer,
    { profile: 'ca-self-signed', addresses },
    {
      serialNumber: newSerialNumber(1, someOctets(19, 3)),
      notBefore: authorityBegin,
      notAfter: authorityEnd,
      subject: authoritySubject,
      spkiDer: key.spkiDer,
      keyIdentifier,
    },
  );
  const der = assembleCertificate(tbsDer, suite, signed(tbsDer, suite, key.privateKey));
  return { kind, suite, key, issuer, certificate: readOrThrow(der) };
}

export interface TbsChoice {
  readonly settings?: Partial<ProfileSettings>;
  readonly subject?: SubjectName;
  readonly spkiDer?: Uint8Array;
  readonly serialNumber?: Uint8Array;
  readonly notBefore?: Instant;
  readonly notAfter?: Instant;
}

export function aTbs(authority: IssuingAuthority, choice: TbsChoice = {}): Uint8Array {
  const spkiDer = choice.spkiDer ?? ecKeyPair().spkiDer;
  return writeTbsCertificate(
    authority.issuer,
    { profile: 'signing', addresses, ...choice.settings },
    {
      serialNumber: choice.serialNumber ?? newSerialNumber(1, someOctets(19)),
      notBefore: choice.notBefore ?? instant('2026-03-02T04:00:00Z'),
      notAfter: choice.notAfter ?? instant('2027-03-02T03:59:59Z'),
      subject: choice.subject ?? individual,
      spkiDer,
      keyIdentifier: keyIdentifierOf(spkiDer),
    },
  );
}

/** A signature as it stands in the BIT STRING. */
export function signed(tbsDer: Uint8Array, suite: NodeSuite, privateKey: KeyObject): Uint8Array {
  const { signature } = keySuites[suite];
  if (signature.kind === 'gost3410') throw new TypeError('Node has no ГОСТ');
  const hash = signature.hash.replace('-', '').toLowerCase();
  return Uint8Array.from(sign(hash, tbsDer, privateKey));
}

export function aCertificate(authority: TestAuthority, choice: TbsChoice = {}): Uint8Array {
  const tbsDer = aTbs(authority, choice);
  return assembleCertificate(
    tbsDer,
    authority.suite,
    signed(tbsDer, authority.suite, authority.key.privateKey),
  );
}

export function readOrThrow(der: Uint8Array): Certificate {
  const result = readCertificate(der);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
