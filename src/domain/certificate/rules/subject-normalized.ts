import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectNormalized: CertificateRule = {
  id: 'subject-normalized',
  source: 'RFC 5280 §7.1, RFC 4518 §2.3',
  clauses: [],
  severity: 'must',
  requirement: 'Text is in Unicode normalization form C.',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter(({ value }) => value !== value.normalize('NFC'))
      .map(({ oid }) => shortNameOf(oid));
  },
};
