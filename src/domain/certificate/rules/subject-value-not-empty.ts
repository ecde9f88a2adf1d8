import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectValueNotEmpty: CertificateRule = {
  id: 'subject-value-not-empty',
  source: 'X.520 §6.1',
  clauses: [],
  severity: 'must',
  requirement: 'No attribute is empty.',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter(({ value }) => value === '')
      .map(({ oid }) => shortNameOf(oid));
  },
};
