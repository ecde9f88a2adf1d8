import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const keyUsageSignsOnlyAsAuthority: CertificateRule = {
  id: 'key-usage-signs-only-as-authority',
  source: 'RFC 5280 §4.2.1.3',
  clauses: ['R-3.1'],
  severity: 'must',
  requirement: "keyCertSign and cRLSign are an authority's alone.",
  check({ values }) {
    if (values.basicConstraints?.cA === true) return [];
    return (values.keyUsage ?? []).filter((usage) => usage === 'keyCertSign' || usage === 'cRLSign');
  },
};
