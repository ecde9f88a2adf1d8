import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const policiesOfOffice: CertificateRule = {
  id: 'policies-of-office',
  source: 'RFC 5280 §4.2.1.4',
  clauses: [],
  severity: 'must',
  requirement: "The policy and the address of its statement are those of the office's settings.",
  check({ values }, { addresses, profile }) {
    const seen = (values.certificatePolicies ?? []).map(({ policyOid, cpsUris }) =>
      [policyOid, ...cpsUris].join(' '),
    );
    const { policyOid, practiceStatement } = addresses;
    const expected =
      profile === 'ca-self-signed'
        ? []
        : [policyOid, policyOid && practiceStatement].filter((part) => part !== undefined);
    return seen.join(', ') === expected.join(' ')
      ? []
      : [`${seen.join(', ') || 'none'}; ${expected.join(' ') || 'none'} expected`];
  },
};
