import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const subjectNotEmpty: CertificateRule = {
  id: 'subject-not-empty',
  source: 'RFC 5280 §4.1.2.6',
  clauses: ['N-2.3'],
  severity: 'must',
  requirement: 'The subject has a name.',
  check({ tbs }) {
    return tbs.subject.rdns.length > 0 ? [] : ['no attribute'];
  },
};
