import type { Instant } from '#domain/base/instant.ts';
import { concatBytes } from '#domain/base/bytes.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { explicit, integer, objectIdentifier, sequence, time, unsignedInteger } from '#domain/der/writer.ts';
import {
  writeAddresses,
  writeAuthorityKeyIdentifier,
  writeBasicConstraints,
  writeExtKeyUsage,
  writeKeyUsage,
  writeSubjectAltName,
  writeSubjectKeyIdentifier,
} from './certificate-extensions.ts';
import { keySuites } from './key-suite.ts';
import type { CertificateIssuer, ProfileSettings } from './profile.ts';
import { type SubjectName, writeSubjectName } from './subject-name.ts';

/** What differs from one certificate of a profile to the next. */
export interface CertificateContent {
  /** Big-endian octets, unsigned. */
  readonly serialNumber: Uint8Array;
  readonly notBefore: Instant;
  /** The last second is inclusive (RFC 5280 §4.1.2.5). */
  readonly notAfter: Instant;
  readonly subject: SubjectName;
  readonly spkiDer: Uint8Array;
  /** SHA-1 of the key's BIT STRING content. */
  readonly keyIdentifier: Uint8Array;
}

export interface CertificateTemplate {
  /** TBSCertificate in DER, to be examined and then signed. */
  fill(content: CertificateContent): Uint8Array;
}

/** Everything of one issuer and profile is encoded once: ten thousand certificates encode only what differs. */
export function certificateTemplate(
  issuer: CertificateIssuer,
  settings: ProfileSettings,
): CertificateTemplate {
  const { profile } = settings;
  const version3 = explicit(0, integer(2));
  const algorithmAndIssuer = concatBytes(keySuites[issuer.suite].signatureAlgorithmDer, issuer.subjectDer);
  const authorityKeyIdentifier = writeAuthorityKeyIdentifier(issuer.keyIdentifier);
  const keyUsages = { ec: writeKeyUsage(profile, 'ec'), rsa: writeKeyUsage(profile, 'rsa') };
  const basicConstraints = writeBasicConstraints(settings);
  const addresses = writeAddresses(settings);
  return {
    fill({ serialNumber, notBefore, notAfter, subject, spkiDer, keyIdentifier }) {
      const extensions = sequence(
        authorityKeyIdentifier,
        writeSubjectKeyIdentifier(keyIdentifier),
        keyUsages[isRsaKey(spkiDer) ? 'rsa' : 'ec'],
        ...basicConstraints,
        ...writeExtKeyUsage(profile, subject),
        ...writeSubjectAltName(subject),
        ...addresses,
      );
      return sequence(
        version3,
        unsignedInteger(serialNumber),
        algorithmAndIssuer,
        sequence(time(notBefore), time(notAfter)),
        writeSubjectName(subject),
        spkiDer,
        explicit(3, extensions),
      );
    },
  };
}

const kept = new WeakMap<CertificateIssuer, Map<string, CertificateTemplate>>();

/** The template of that issuer and profile, made once as long as the issuer's object is the same. */
export function keptTemplate(issuer: CertificateIssuer, settings: ProfileSettings): CertificateTemplate {
  const { profile, pathLenConstraint, addresses } = settings;
  const templates = kept.get(issuer) ?? new Map<string, CertificateTemplate>();
  kept.set(issuer, templates);
  const name = JSON.stringify([profile, pathLenConstraint, addresses]);
  const template = templates.get(name) ?? certificateTemplate(issuer, settings);
  templates.set(name, template);
  return template;
}

/** One certificate without a template to keep. */
export function writeTbsCertificate(
  issuer: CertificateIssuer,
  settings: ProfileSettings,
  content: CertificateContent,
): Uint8Array {
  return certificateTemplate(issuer, settings).fill(content);
}

const rsaOid = objectIdentifier(oid.rsaEncryption);

/** SubjectPublicKeyInfo begins with two headers and its algorithm's identifier; lengths may take 2 to 4 octets. */
function isRsaKey(spkiDer: Uint8Array): boolean {
  for (let at = 2; at <= 8; at++) {
    if (spkiDer[at] === 0x06) return rsaOid.every((octet, i) => spkiDer[at + i] === octet);
  }
  return false;
}
