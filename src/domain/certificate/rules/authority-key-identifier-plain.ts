import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

/** A re-issued certificate of the authority would no longer fit. */
export const authorityKeyIdentifierPlain: CertificateRule = {
  id: 'authority-key-identifier-plain',
  source: 'RFC 5280 §4.2.1.1',
  clauses: [],
  severity: 'should',
  requirement: 'authorityKeyIdentifier names the key and not issuer and serial number besides.',
  check({ values }) {
    return values.authorityKeyIdentifier?.namesIssuer ? ['issuer or serial number'] : [];
  },
};
