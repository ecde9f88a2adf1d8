import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const extKeyUsageNotCritical: CertificateRule = {
  id: 'ext-key-usage-not-critical',
  source: 'RFC 5280 §4.2.1.12',
  clauses: [],
  severity: 'must',
  requirement: 'extKeyUsage is not critical.',
  check({ extensions }) {
    return extensionByOid(extensions, oid.extKeyUsage)?.critical ? ['critical'] : [];
  },
};
