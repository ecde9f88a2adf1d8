import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const subjectAltNameNotEmpty: CertificateRule = {
  id: 'subject-alt-name-not-empty',
  source: 'RFC 5280 §4.2.1.6',
  clauses: [],
  severity: 'must',
  requirement: 'subjectAltName, where it is, has a name.',
  check({ values }) {
    return values.subjectAltName?.length === 0 ? ['no name'] : [];
  },
};
