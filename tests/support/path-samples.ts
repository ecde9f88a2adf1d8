import { assembleCertificate } from '#domain/certificate/assemble.ts';
import type { Certificate } from '#domain/certificate/certificate.ts';
import { writeTbsCertificate } from '#domain/certificate/certificate-template.ts';
import type { CertificateIssuer } from '#domain/certificate/profile.ts';
import { type AuthoritySubject, writeSubjectName } from '#domain/certificate/subject-name.ts';
import type { Instant } from '#domain/base/instant.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { contextTag, primitiveContextTag } from '#domain/der/tag.ts';
import { boolean, element, ia5String, integer, namedBits, sequence } from '#domain/der/writer.ts';
import {
  authorityBegin,
  authorityEnd,
  keyIdentifierOf,
  newSerial,
  readOrThrow,
  signed,
} from './authority-samples.ts';
import { type KeyPair, ecKeyPair } from './request-samples.ts';
import { withExtension } from './tbs-mutation.ts';

/** An authority that may stand anywhere in a path: a name and a key. */
export interface PathAuthority {
  readonly subject: AuthoritySubject;
  readonly key: KeyPair;
  readonly issuer: CertificateIssuer;
}

export function pathAuthority(commonName: string): PathAuthority {
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

export interface Certified {
  readonly subject: AuthoritySubject;
  readonly spkiDer: Uint8Array;
}

export interface PathChange {
  readonly notBefore?: Instant;
  readonly notAfter?: Instant;
  readonly number?: number;
  /** One after the other on the TBSCertificate, before it is signed. */
  readonly tbs?: readonly ((tbsDer: Uint8Array) => Uint8Array)[];
}

/** An authority's certificate by another one, or by itself. */
export function certify(
  by: PathAuthority,
  { subject, spkiDer }: Certified,
  { notBefore = authorityBegin, notAfter = authorityEnd, number = 1, tbs = [] }: PathChange = {},
): Uint8Array {
  const written = writeTbsCertificate(
    by.issuer,
    { profile: 'subordinate-ca', addresses: {} },
    {
      serialNumber: newSerial(number),
      notBefore,
      notAfter,
      subject,
      spkiDer,
      keyIdentifier: keyIdentifierOf(spkiDer),
    },
  );
  const tbsDer = tbs.reduce((der, change) => change(der), written);
  return assembleCertificate(tbsDer, 'ecdsa-p256', signed(tbsDer, 'ecdsa-p256', by.key.privateKey));
}

export function asCertified({ subject, key }: PathAuthority): Certified {
  return { subject, spkiDer: key.spkiDer };
}

export function certifiedBy(by: PathAuthority, of: PathAuthority, change?: PathChange): Certificate {
  return readOrThrow(certify(by, asCertified(of), change));
}

/** With an extension of that value put in, or taken away. */
export function extension(
  dotted: string,
  valueDer: Uint8Array | null,
  critical = true,
): (tbsDer: Uint8Array) => Uint8Array {
  return (tbsDer) =>
    withExtension(tbsDer, dotted, valueDer === null ? null : writeExtension(dotted, critical, valueDer));
}

export const pathLength = (length: number) =>
  extension(oid.basicConstraints, sequence(boolean(true), integer(length)));

export const noAuthority = extension(oid.basicConstraints, sequence());

export const crlSignOnly = extension(oid.keyUsage, namedBits([6]));

/** Mailboxes of these domains alone, or anything but these. */
export function mailboxes(kind: 'permitted' | 'excluded', ...domains: readonly string[]) {
  const subtrees = domains.map((domain) => sequence(ia5String(domain, primitiveContextTag(1))));
  const list = element(contextTag(kind === 'permitted' ? 0 : 1), ...subtrees);
  return extension(oid.nameConstraints, sequence(list));
}

/** An extension that nobody has heard of. */
export const unheardOf = '1.2.398.99.77';
