import type { CertificateAddresses } from '#domain/authority/station.ts';
import { writeExtension } from '#domain/der/extension.ts';
import { keyUsageNames } from '#domain/der/extension-values.ts';
import { writeDistributionPointName, writeRfc822Name, writeUri } from '#domain/der/general-name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { primitiveContextTag } from '#domain/der/tag.ts';
import {
  boolean,
  element,
  ia5String,
  integer,
  namedBits,
  objectIdentifier,
  octetString,
  sequence,
} from '#domain/der/writer.ts';
import { extKeyUsagesOf, isAuthorityProfile, keyUsagesOf, type ProfileSettings } from './profile.ts';
import type { SubjectName } from './subject-name.ts';

/*
 * Each writes one whole Extension (RFC 5280 §4.2). Critical: keyUsage and an authority's basicConstraints; nothing else.
 */

export function writeAuthorityKeyIdentifier(keyIdentifier: Uint8Array): Uint8Array {
  return writeExtension(
    oid.authorityKeyIdentifier,
    false,
    sequence(element(primitiveContextTag(0), keyIdentifier)),
  );
}

/** `keyIdentifier` is the SHA-1 of the key's BIT STRING content (RFC 5280 §4.2.1.2 (1)). */
export function writeSubjectKeyIdentifier(keyIdentifier: Uint8Array): Uint8Array {
  return writeExtension(oid.subjectKeyIdentifier, false, octetString(keyIdentifier));
}

export function writeKeyUsage(profile: ProfileSettings['profile'], keyKind: 'ec' | 'rsa'): Uint8Array {
  const bits = keyUsagesOf(profile, keyKind).map((usage) => keyUsageNames.indexOf(usage));
  return writeExtension(oid.keyUsage, true, namedBits(bits));
}

/** Only an authority's certificate has it; its absence says: not an authority. */
export function writeBasicConstraints(settings: ProfileSettings): readonly Uint8Array[] {
  if (!isAuthorityProfile(settings.profile)) return [];
  const { pathLenConstraint } = settings;
  const length = pathLenConstraint === undefined ? [] : [integer(pathLenConstraint)];
  return [writeExtension(oid.basicConstraints, true, sequence(boolean(true), ...length))];
}

export function writeExtKeyUsage(
  profile: ProfileSettings['profile'],
  subject: SubjectName,
): readonly Uint8Array[] {
  const purposes = extKeyUsagesOf(profile, subject);
  if (purposes.length === 0) return [];
  return [writeExtension(oid.extKeyUsage, false, sequence(...purposes.map(objectIdentifier)))];
}

/** An e-mail address in the subject stands here too (RFC 5280 §4.1.2.6). */
export function writeSubjectAltName(subject: SubjectName): readonly Uint8Array[] {
  if (subject.email === '') return [];
  return [writeExtension(oid.subjectAltName, false, sequence(writeRfc822Name(subject.email)))];
}

/** Policy, CRL address and the issuer's address, as far as the office has them; nothing of it in a self-signed certificate. */
export function writeAddresses({ profile, addresses }: ProfileSettings): readonly Uint8Array[] {
  if (profile === 'ca-self-signed') return [];
  const { crl, issuerCertificate } = addresses;
  const extensions = [...writePolicies(addresses)];
  if (crl !== undefined) {
    const point = sequence(writeDistributionPointName(crl));
    extensions.push(writeExtension(oid.crlDistributionPoints, false, sequence(point)));
  }
  if (issuerCertificate !== undefined) {
    const access = sequence(objectIdentifier(oid.caIssuers), writeUri(issuerCertificate));
    extensions.push(writeExtension(oid.authorityInfoAccess, false, sequence(access)));
  }
  return extensions;
}

function writePolicies({ policyOid, practiceStatement }: CertificateAddresses): readonly Uint8Array[] {
  if (policyOid === undefined) return [];
  const qualifiers =
    practiceStatement === undefined
      ? []
      : [sequence(sequence(objectIdentifier(oid.cps), ia5String(practiceStatement)))];
  const policy = sequence(objectIdentifier(policyOid), ...qualifiers);
  return [writeExtension(oid.certificatePolicies, false, sequence(policy))];
}
