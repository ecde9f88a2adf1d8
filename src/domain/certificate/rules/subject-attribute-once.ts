import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectAttributeOnce: CertificateRule = {
  id: 'subject-attribute-once',
  source: 'X.520 §6',
  clauses: [],
  severity: 'must',
  requirement: 'No attribute stands twice.',
  check({ tbs }) {
    const oids = attributesOf(tbs.subject).map(({ oid }) => oid);
    return oids.filter((oid, i) => oids.indexOf(oid) < i).map(shortNameOf);
  },
};
