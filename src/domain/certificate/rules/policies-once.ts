import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const policiesOnce: CertificateRule = {
  id: 'policies-once',
  source: 'RFC 5280 §4.2.1.4',
  clauses: [],
  severity: 'must',
  requirement: 'No policy stands twice.',
  check({ values }) {
    const policies = (values.certificatePolicies ?? []).map(({ policyOid }) => policyOid);
    return policies.filter((policy, i) => policies.indexOf(policy) < i);
  },
};
