import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { tooLong } from '#domain/certificate/subject-attributes.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectEmailLength: CertificateRule = {
  id: 'subject-email-length',
  source: 'RFC 5280 appendix A.1 (ub-emailaddress-length)',
  clauses: [],
  severity: 'must',
  requirement: 'E has at most 255 letters.',
  check({ tbs }) {
    return tooLong(tbs.subject, oid.emailAddress, 255);
  },
};
