import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectAltNameHasEmail: CertificateRule = {
  id: 'subject-alt-name-has-email',
  source: 'RFC 5280 §4.1.2.6',
  clauses: ['N-7'],
  severity: 'must',
  requirement: 'The e-mail of the subject stands as rfc822Name too.',
  check({ tbs, values }) {
    const written = new Set((values.subjectAltName ?? []).map(({ value }) => value));
    return valuesOf(tbs.subject, oid.emailAddress).filter((value) => !written.has(value));
  },
};
