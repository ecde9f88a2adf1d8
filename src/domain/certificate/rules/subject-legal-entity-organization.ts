import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectLegalEntityOrganization: CertificateRule = {
  id: 'subject-legal-entity-organization',
  source: 'Order No. 348, form N-F2',
  clauses: ['N-3.2'],
  severity: 'must',
  requirement: "A legal entity's name stands in O.",
  check({ tbs, values }) {
    if (!values.extKeyUsage?.includes(oid.kzLegalEntity)) return [];
    return valuesOf(tbs.subject, oid.organizationName).length === 1 ? [] : ['O absent or repeated'];
  },
};
