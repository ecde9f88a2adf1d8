import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const uniqueIdentifiersAbsent: CertificateRule = {
  id: 'unique-identifiers-absent',
  source: 'RFC 5280 §4.1.2.8',
  clauses: [],
  severity: 'must',
  requirement: 'There are no unique identifiers.',
  check({ tbs }) {
    return tbs.hasUniqueIdentifiers ? ['present'] : [];
  },
};
