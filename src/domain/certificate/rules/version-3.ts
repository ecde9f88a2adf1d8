import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const version3: CertificateRule = {
  id: 'version-3',
  source: 'RFC 5280 §4.1.2.1',
  clauses: [],
  severity: 'must',
  requirement: 'The certificate is of version 3.',
  check({ tbs }) {
    return tbs.version === 3 ? [] : [`version ${tbs.version}`];
  },
};
