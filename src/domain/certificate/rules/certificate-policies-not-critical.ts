import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const certificatePoliciesNotCritical: CertificateRule = {
  id: 'certificate-policies-not-critical',
  source: 'RFC 5280 §4.2.1.4',
  clauses: [],
  severity: 'must',
  requirement: 'certificatePolicies is not critical.',
  check({ extensions }) {
    return extensionByOid(extensions, oid.certificatePolicies)?.critical ? ['critical'] : [];
  },
};
