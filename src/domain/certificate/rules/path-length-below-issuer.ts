import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';

export const pathLengthBelowIssuer: CertificateRule = {
  id: 'path-length-below-issuer',
  source: 'RFC 5280 §6.1.4 (m)',
  clauses: ['R-3.1'],
  severity: 'must',
  requirement: "The authority's own pathLenConstraint leaves room for what it certifies.",
  check({ values }, { issuer }) {
    const above = decodedExtensions(issuer?.extensions ?? []).basicConstraints?.pathLenConstraint;
    if (above === undefined || values.basicConstraints?.cA !== true) return [];
    const own = values.basicConstraints.pathLenConstraint ?? Infinity;
    return own < above ? [] : [`pathLenConstraint ${own}, the authority's ${above}`];
  },
};
