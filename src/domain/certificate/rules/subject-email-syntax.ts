import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { parseEmailAddress } from '#domain/party/email-address.ts';

export const subjectEmailSyntax: CertificateRule = {
  id: 'subject-email-syntax',
  source: 'RFC 5321 §4.1.2',
  clauses: ['N-5.1', 'N-7'],
  severity: 'must',
  requirement: 'E is an address that mail can reach.',
  check({ tbs }) {
    return valuesOf(tbs.subject, oid.emailAddress).filter((value) => !parseEmailAddress(value).ok);
  },
};
