import { oid } from '#domain/der/object-identifiers.ts';
import type { PathCertificate } from './path-certificate.ts';

/**
 * Whether a critical extension is there that the validation does not process: RFC 5280 §6.1.4 (o), §6.1.5 (f). Purposes say what a
 * subscriber's key is for; an authority whose key is bound to some of them may not certify unless any is among them (§4.2.1.12).
 */
export function hasUnknownCritical(
  { extensions, extKeyUsage }: PathCertificate,
  place: 'authority' | 'target',
): boolean {
  return extensions.some(({ oid: dotted, critical }) => {
    if (!critical || processed.has(dotted)) return false;
    if (dotted !== oid.extKeyUsage) return true;
    return place === 'authority' && extKeyUsage?.includes(oid.anyExtendedKeyUsage) !== true;
  });
}

const processed: ReadonlySet<string> = new Set<string>([
  oid.basicConstraints,
  oid.keyUsage,
  oid.subjectAltName,
  oid.nameConstraints,
  oid.certificatePolicies,
  oid.policyMappings,
  oid.policyConstraints,
  oid.inhibitAnyPolicy,
  // Where the lists lie: the whole list of the issuer is asked for in any case.
  oid.crlDistributionPoints,
  // Which key signed: the signature is verified with the issuer's.
  oid.authorityKeyIdentifier,
  oid.subjectKeyIdentifier,
]);
