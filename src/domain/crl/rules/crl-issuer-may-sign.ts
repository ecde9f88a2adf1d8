import { decodedExtensions } from '#domain/certificate/decoded-extensions.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlIssuerMaySign: CrlRule = {
  id: 'crl-issuer-may-sign',
  source: 'RFC 5280 §6.3.3 (f)',
  clauses: ['N-11'],
  severity: 'must',
  requirement: "The authority's certificate says cRLSign.",
  check(_, { issuer }) {
    const { keyUsage } = decodedExtensions(issuer.extensions ?? []);
    return keyUsage?.includes('cRLSign') === false ? ["the authority's certificate lacks cRLSign"] : [];
  },
};
