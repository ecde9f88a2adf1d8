import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';

export const issuerMaySign: CertificateRule = {
  id: 'issuer-may-sign',
  source: 'RFC 5280 §6.1.4 (k), (n)',
  clauses: ['R-3.1'],
  severity: 'must',
  requirement: "The authority's own certificate says cA and keyCertSign.",
  check(_, { issuer }) {
    if (issuer === undefined) return [];
    const { basicConstraints, keyUsage } = decodedExtensions(issuer.extensions ?? []);
    const cA = basicConstraints?.cA === true ? [] : ["the authority's certificate lacks cA"];
    return keyUsage?.includes('keyCertSign') === false
      ? [...cA, "the authority's certificate lacks keyCertSign"]
      : cA;
  },
};
