import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const crlAddressOfOffice: CertificateRule = {
  id: 'crl-address-of-office',
  source: 'RFC 5280 §4.2.1.13',
  clauses: ['N-14'],
  severity: 'must',
  requirement: "The CRL's address is that of the office's settings.",
  check({ values }, { addresses, profile }) {
    const seen = (values.crlDistributionPoints ?? []).flatMap(({ fullName }) =>
      fullName.map(({ value }) => value),
    );
    const expected = profile === 'ca-self-signed' ? '' : (addresses.crl ?? '');
    return seen.join(' ') === expected ? [] : [`${seen.join(' ') || 'none'}; ${expected || 'none'} expected`];
  },
};
