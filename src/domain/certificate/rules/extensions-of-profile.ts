import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';

export const extensionsOfProfile: CertificateRule = {
  id: 'extensions-of-profile',
  source: 'RFC 5280 §4.2',
  clauses: [],
  severity: 'must',
  requirement: 'There is no extension that no profile of ours has.',
  check({ extensions }) {
    return extensions
      .filter((extension) => !ours.has(extension.oid))
      .map((extension) => oidName(extension.oid) ?? extension.oid);
  },
};

const ours: ReadonlySet<string> = new Set<string>([
  oid.authorityKeyIdentifier,
  oid.subjectKeyIdentifier,
  oid.keyUsage,
  oid.basicConstraints,
  oid.extKeyUsage,
  oid.subjectAltName,
  oid.certificatePolicies,
  oid.crlDistributionPoints,
  oid.authorityInfoAccess,
]);
