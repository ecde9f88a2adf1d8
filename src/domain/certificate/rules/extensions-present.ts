import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const extensionsPresent: CertificateRule = {
  id: 'extensions-present',
  source: 'RFC 5280 §4.1.2.9',
  clauses: [],
  severity: 'must',
  requirement: 'There are extensions.',
  check({ extensions }) {
    return extensions.length > 0 ? [] : ['none'];
  },
};
