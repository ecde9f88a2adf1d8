import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { tooLong } from '#domain/certificate/subject-attributes.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectOrganizationLength: CertificateRule = {
  id: 'subject-organization-length',
  source: 'X.520 annex C',
  clauses: [],
  severity: 'must',
  requirement: 'O has at most 64 letters.',
  check({ tbs }) {
    return tooLong(tbs.subject, oid.organizationName, 64);
  },
};
