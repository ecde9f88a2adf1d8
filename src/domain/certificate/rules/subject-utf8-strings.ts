import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { nameAttributeType } from '#domain/der/name-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';
import { tag } from '#domain/der/tag.ts';

export const subjectUtf8Strings: CertificateRule = {
  id: 'subject-utf8-strings',
  source: 'RFC 5280 §4.1.2.4',
  clauses: [],
  severity: 'must',
  requirement: 'All other attributes are UTF8String.',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter(
        ({ oid, valueTag }) => nameAttributeType(oid)?.syntax === 'directory' && valueTag !== tag.utf8String,
      )
      .map(({ oid }) => shortNameOf(oid));
  },
};
