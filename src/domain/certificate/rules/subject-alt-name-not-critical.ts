import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectAltNameNotCritical: CertificateRule = {
  id: 'subject-alt-name-not-critical',
  source: 'RFC 5280 §4.2.1.6',
  clauses: [],
  severity: 'must',
  requirement: 'subjectAltName is not critical.',
  check({ extensions }) {
    return extensionByOid(extensions, oid.subjectAltName)?.critical ? ['critical'] : [];
  },
};
