import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const authorityKeyIdentifierPresent: CertificateRule = {
  id: 'authority-key-identifier-present',
  source: 'RFC 5280 §4.2.1.1',
  clauses: [],
  severity: 'must',
  requirement: 'authorityKeyIdentifier has a key identifier.',
  check({ values }) {
    return values.authorityKeyIdentifier?.keyIdentifier === undefined ? ['absent'] : [];
  },
};
