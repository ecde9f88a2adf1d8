import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectIndividualWithoutOrganization: CertificateRule = {
  id: 'subject-individual-without-organization',
  source: 'Order No. 348, form N-F1',
  clauses: ['N-3.1'],
  severity: 'must',
  requirement: "An individual's subject names no organisation.",
  check({ tbs, values }) {
    if (!values.extKeyUsage?.includes(oid.kzIndividual)) return [];
    return [oid.organizationName, oid.organizationalUnitName].flatMap((type) => valuesOf(tbs.subject, type));
  },
};
