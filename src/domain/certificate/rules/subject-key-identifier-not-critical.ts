import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectKeyIdentifierNotCritical: CertificateRule = {
  id: 'subject-key-identifier-not-critical',
  source: 'RFC 5280 §4.2.1.2',
  clauses: [],
  severity: 'must',
  requirement: 'subjectKeyIdentifier is not critical.',
  check({ extensions }) {
    return extensionByOid(extensions, oid.subjectKeyIdentifier)?.critical ? ['critical'] : [];
  },
};
