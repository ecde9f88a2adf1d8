import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const policiesQualifiers: CertificateRule = {
  id: 'policies-qualifiers',
  source: 'RFC 5280 §4.2.1.4',
  clauses: [],
  severity: 'should',
  requirement: 'A policy is qualified by the address of a practice statement and by nothing else.',
  check({ values }) {
    return (values.certificatePolicies ?? [])
      .filter(({ otherQualifiers }) => otherQualifiers > 0)
      .map(({ policyOid }) => policyOid);
  },
};
