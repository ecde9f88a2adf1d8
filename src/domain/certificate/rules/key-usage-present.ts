import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const keyUsagePresent: CertificateRule = {
  id: 'key-usage-present',
  source: 'RFC 5280 §4.2.1.3',
  clauses: [],
  severity: 'must',
  requirement: 'keyUsage is there.',
  check({ values }) {
    return values.keyUsage === null ? ['absent'] : [];
  },
};
