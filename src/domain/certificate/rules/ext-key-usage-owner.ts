import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const extKeyUsageOwner: CertificateRule = {
  id: 'ext-key-usage-owner',
  source: 'Object identifiers of the National CA',
  clauses: ['N-2.8'],
  severity: 'must',
  requirement: "A subscriber's certificate says whether individual or legal entity, one of them.",
  check({ values }, { profile }) {
    if (isAuthorityProfile(profile)) return [];
    const owners = (values.extKeyUsage ?? []).filter(
      (purpose) => purpose === oid.kzIndividual || purpose === oid.kzLegalEntity,
    );
    return owners.length === 1 ? [] : [`${owners.length} of individual and legal entity`];
  },
};
