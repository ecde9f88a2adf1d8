import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';
import { shortNameOf, valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectRegionAndCity: CertificateRule = {
  id: 'subject-region-and-city',
  source: 'Form N-F3',
  clauses: ['N-7'],
  severity: 'must',
  requirement: "A subscriber's subject has ST and L.",
  check({ tbs }, { profile }) {
    if (isAuthorityProfile(profile)) return [];
    return [oid.stateOrProvinceName, oid.localityName]
      .filter((type) => valuesOf(tbs.subject, type).length === 0)
      .map(shortNameOf);
  },
};
