import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const issuerAddressOfOffice: CertificateRule = {
  id: 'issuer-address-of-office',
  source: 'RFC 5280 §4.2.2.1',
  clauses: [],
  severity: 'must',
  requirement: "The address of the issuer's certificate is that of the office's settings.",
  check({ values }, { addresses, profile }) {
    const seen = (values.authorityInfoAccess ?? []).map(({ location }) => location.value).join(' ');
    const expected = profile === 'ca-self-signed' ? '' : (addresses.issuerCertificate ?? '');
    return seen === expected ? [] : [`${seen || 'none'}; ${expected || 'none'} expected`];
  },
};
