import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';

export const basicConstraintsOfAuthority: CertificateRule = {
  id: 'basic-constraints-of-authority',
  source: 'RFC 5280 §4.2.1.9',
  clauses: ['R-3.1'],
  severity: 'must',
  requirement: "An authority's certificate says cA.",
  check({ values }, { profile }) {
    return isAuthorityProfile(profile) && values.basicConstraints?.cA !== true ? ['cA is not TRUE'] : [];
  },
};
