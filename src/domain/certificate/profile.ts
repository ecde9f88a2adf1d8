/**
 * A certificate confirms whose a public key is (N-2.3). A profile fixes what stands in it; the application gives the
 * name, the request the key, and nothing that a request asks besides is granted. The station's authority signs; only
 * the examination of the to-be-signed octets may stop it.
 */
import type { CertificateAddresses, KeySuite } from '#domain/authority/station.ts';
import type { LegalRole } from '#domain/application/application.ts';
import type { KeyUsageName } from '#domain/der/extension-values.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import type { SubjectName } from './subject-name.ts';

/** The two of an authority, and the two of a subscriber (purposes of an application). */
export type CertificateProfile = 'ca-self-signed' | 'subordinate-ca' | 'signing' | 'authentication';

export interface ProfileSettings {
  readonly profile: CertificateProfile;
  readonly addresses: CertificateAddresses;
  /** Of an authority's certificate: how many authorities may follow below; absent: no bound. */
  readonly pathLenConstraint?: number;
}

/** The authority that signs; for a self-signed certificate its own name and key. */
export interface CertificateIssuer {
  readonly subjectDer: Uint8Array;
  readonly keyIdentifier: Uint8Array;
  readonly suite: KeySuite;
}

export function isAuthorityProfile(profile: CertificateProfile): boolean {
  return profile === 'ca-self-signed' || profile === 'subordinate-ca';
}

/** In order of the bits. keyEncipherment only where the key can: RFC 8813 §3 forbids it beside an EC key. */
export function keyUsagesOf(profile: CertificateProfile, keyKind: 'ec' | 'rsa'): readonly KeyUsageName[] {
  switch (profile) {
    case 'ca-self-signed':
    case 'subordinate-ca':
      return ['keyCertSign', 'cRLSign'];
    case 'signing':
      return ['digitalSignature', 'nonRepudiation'];
    case 'authentication':
      return keyKind === 'rsa' ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'];
  }
}

/** Empty for an authority: its certificate has no such extension. */
export function extKeyUsagesOf(profile: CertificateProfile, subject: SubjectName): readonly string[] {
  if (isAuthorityProfile(profile) || subject.kind === 'authority') return [];
  const purpose = profile === 'signing' ? oid.emailProtection : oid.clientAuth;
  if (subject.kind === 'individual') return [purpose, oid.kzIndividual];
  return [purpose, oid.kzLegalEntity, legalRoleOid(subject.role)];
}

export function legalRoleOid(role: LegalRole): string {
  return `${oid.kzLegalEntity}.${role}`;
}
