import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectAltNameEmailOnly: CertificateRule = {
  id: 'subject-alt-name-email-only',
  source: 'RFC 5280 §4.2.1.6',
  clauses: [],
  severity: 'must',
  requirement: "subjectAltName has the subject's e-mail and nothing else.",
  check({ tbs, values }) {
    const own = valuesOf(tbs.subject, oid.emailAddress);
    return (values.subjectAltName ?? [])
      .filter(({ kind, value }) => kind !== 'rfc822Name' || !own.includes(value))
      .map(({ kind, value }) => `${kind} ${value}`);
  },
};
