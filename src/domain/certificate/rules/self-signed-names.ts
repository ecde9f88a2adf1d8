import { bytesEqual } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { displayName } from '#domain/der/name.ts';

export const selfSignedNames: CertificateRule = {
  id: 'self-signed-names',
  source: 'RFC 5280 §3.2',
  clauses: ['R-3.1'],
  severity: 'must',
  requirement: 'In a self-signed certificate issuer and subject are one name.',
  check({ tbs }, { profile }) {
    if (profile !== 'ca-self-signed' || bytesEqual(tbs.issuer.der, tbs.subject.der)) return [];
    return [`${displayName(tbs.issuer)} for ${displayName(tbs.subject)}`];
  },
};
