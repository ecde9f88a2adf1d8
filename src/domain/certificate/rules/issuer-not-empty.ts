import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const issuerNotEmpty: CertificateRule = {
  id: 'issuer-not-empty',
  source: 'RFC 5280 §4.1.2.4',
  clauses: [],
  severity: 'must',
  requirement: 'The issuer has a name.',
  check({ tbs }) {
    return tbs.issuer.rdns.length > 0 ? [] : ['no attribute'];
  },
};
