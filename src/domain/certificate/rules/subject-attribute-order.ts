import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { subjectOrder } from '#domain/der/name-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectAttributeOrder: CertificateRule = {
  id: 'subject-attribute-order',
  source: 'Form N-F3',
  clauses: ['N-7'],
  severity: 'must',
  requirement: 'The attributes stand in the order C, ST, L, O, OU, CN, serialNumber, E.',
  check({ tbs }) {
    const places = attributesOf(tbs.subject).map(({ oid }) => subjectOrder.indexOf(oid));
    const misplaced = places.findIndex((place, i) => place < (places[i - 1] ?? -1));
    return misplaced < 0
      ? []
      : [
          attributesOf(tbs.subject)
            .map(({ oid }) => shortNameOf(oid))
            .join(', '),
        ];
  },
};
