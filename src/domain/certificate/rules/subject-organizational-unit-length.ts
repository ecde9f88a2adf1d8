import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { tooLong } from '#domain/certificate/subject-attributes.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectOrganizationalUnitLength: CertificateRule = {
  id: 'subject-organizational-unit-length',
  source: 'X.520 annex C',
  clauses: [],
  severity: 'must',
  requirement: 'OU has at most 64 letters.',
  check({ tbs }) {
    return tooLong(tbs.subject, oid.organizationalUnitName, 64);
  },
};
