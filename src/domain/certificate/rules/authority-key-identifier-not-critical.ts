import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const authorityKeyIdentifierNotCritical: CertificateRule = {
  id: 'authority-key-identifier-not-critical',
  source: 'RFC 5280 §4.2.1.1',
  clauses: [],
  severity: 'must',
  requirement: 'authorityKeyIdentifier is not critical.',
  check({ extensions }) {
    return extensionByOid(extensions, oid.authorityKeyIdentifier)?.critical ? ['critical'] : [];
  },
};
