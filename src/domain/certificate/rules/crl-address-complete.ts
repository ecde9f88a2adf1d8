import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const crlAddressComplete: CertificateRule = {
  id: 'crl-address-complete',
  source: 'RFC 5280 §4.2.1.13',
  clauses: ['N-14'],
  severity: 'must',
  requirement: 'A distribution point has an address, stands for all reasons, and names no other CRL issuer.',
  check({ values }) {
    return (values.crlDistributionPoints ?? []).flatMap(({ fullName, hasReasons, hasCrlIssuer }) => [
      ...(fullName.length === 0 ? ['no address'] : []),
      ...(hasReasons ? ['reasons'] : []),
      ...(hasCrlIssuer ? ['cRLIssuer'] : []),
    ]);
  },
};
