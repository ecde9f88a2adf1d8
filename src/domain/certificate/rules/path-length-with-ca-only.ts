import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const pathLengthWithCaOnly: CertificateRule = {
  id: 'path-length-with-ca-only',
  source: 'RFC 5280 §4.2.1.9',
  clauses: [],
  severity: 'must',
  requirement: 'pathLenConstraint stands beside cA only, and is not negative.',
  check({ values }) {
    const { pathLenConstraint, cA } = values.basicConstraints ?? {};
    return pathLenConstraint === undefined || (cA === true && pathLenConstraint >= 0)
      ? []
      : [`pathLenConstraint ${pathLenConstraint}`];
  },
};
