import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const authorityInfoAccessNotCritical: CertificateRule = {
  id: 'authority-info-access-not-critical',
  source: 'RFC 5280 §4.2.2.1',
  clauses: [],
  severity: 'must',
  requirement: 'authorityInfoAccess is not critical.',
  check({ extensions }) {
    return extensionByOid(extensions, oid.authorityInfoAccess)?.critical ? ['critical'] : [];
  },
};
