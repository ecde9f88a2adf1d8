import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const crlDistributionPointsNotCritical: CertificateRule = {
  id: 'crl-distribution-points-not-critical',
  source: 'RFC 5280 §4.2.1.13',
  clauses: [],
  severity: 'must',
  requirement: 'crlDistributionPoints is not critical.',
  check({ extensions }) {
    return extensionByOid(extensions, oid.crlDistributionPoints)?.critical ? ['critical'] : [];
  },
};
