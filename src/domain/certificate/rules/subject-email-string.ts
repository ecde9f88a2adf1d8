import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { tag } from '#domain/der/tag.ts';

export const subjectEmailString: CertificateRule = {
  id: 'subject-email-string',
  source: 'RFC 5280 §4.1.2.6',
  clauses: [],
  severity: 'must',
  requirement: 'emailAddress is IA5String.',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter((attribute) => attribute.oid === oid.emailAddress && attribute.valueTag !== tag.ia5String)
      .map(({ value }) => value);
  },
};
