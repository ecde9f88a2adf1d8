import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const subjectKeyIdentifierPresent: CertificateRule = {
  id: 'subject-key-identifier-present',
  source: 'RFC 5280 §4.2.1.2',
  clauses: [],
  severity: 'must',
  requirement: 'subjectKeyIdentifier is there.',
  check({ values }) {
    return values.subjectKeyIdentifier === null ? ['absent'] : [];
  },
};
