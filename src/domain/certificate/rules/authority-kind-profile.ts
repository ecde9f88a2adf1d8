import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const authorityKindProfile: CertificateRule = {
  id: 'authority-kind-profile',
  source: 'Order No. 348',
  clauses: ['R-3.1', 'G-2.1', 'N-2.1'],
  severity: 'must',
  requirement: 'The Root CA certifies authorities; the other two certify subscribers.',
  check(_, { kind, profile }) {
    if (profile === 'ca-self-signed') return [];
    return (kind === 'R') === (profile === 'subordinate-ca')
      ? []
      : [`${profile} by an authority of kind ${kind}`];
  },
};
