import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectAuthorityOrganization: CertificateRule = {
  id: 'subject-authority-organization',
  source: 'Order No. 348, form R-F1',
  clauses: ['R-4'],
  severity: 'must',
  requirement: "An authority's subject names its organisation in O and no person in serialNumber.",
  check({ tbs }, { profile }) {
    if (!isAuthorityProfile(profile)) return [];
    const organization =
      valuesOf(tbs.subject, oid.organizationName).length === 1 ? [] : ['O absent or repeated'];
    return [...organization, ...valuesOf(tbs.subject, oid.serialNumber)];
  },
};
