import { bytesEqual } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { displayName } from '#domain/der/name.ts';

export const subjectIsNotIssuer: CertificateRule = {
  id: 'subject-is-not-issuer',
  source: 'RFC 5280 §3.2',
  clauses: [],
  severity: 'must',
  requirement: 'A certificate for another has another name than its issuer.',
  check({ tbs }, { profile }) {
    return profile !== 'ca-self-signed' && bytesEqual(tbs.issuer.der, tbs.subject.der)
      ? [displayName(tbs.subject)]
      : [];
  },
};
