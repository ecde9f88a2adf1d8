import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { subjectOrder } from '#domain/der/name-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectAttributeKnown: CertificateRule = {
  id: 'subject-attribute-known',
  source: 'Form N-F3',
  clauses: ['N-7'],
  severity: 'must',
  requirement: 'The subject has no attribute that form N-F3 does not print.',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter(({ oid }) => !subjectOrder.includes(oid))
      .map(({ oid }) => shortNameOf(oid));
  },
};
