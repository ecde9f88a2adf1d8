import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const policiesNotNational: CertificateRule = {
  id: 'policies-not-national',
  source: 'Object identifiers of Kazakhstan',
  clauses: ['N-2.1'],
  severity: 'must',
  requirement: 'No policy of the real Root and National CA is claimed.',
  check({ values }) {
    return (values.certificatePolicies ?? [])
      .map(({ policyOid }) => policyOid)
      .filter((policy) => national.some((arc) => policy === arc || policy.startsWith(`${arc}.`)));
  },
};

/** Policies of the Root CA and the National CA that really exist: a station that wrote them would pass for them. */
const national = ['1.2.398.3.3.2', '1.2.398.3.1.2'];
