import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';

export const basicConstraintsNotForSubscriber: CertificateRule = {
  id: 'basic-constraints-not-for-subscriber',
  source: 'RFC 5280 §4.2.1.9',
  clauses: ['N-2.9'],
  severity: 'must',
  requirement: "A subscriber's certificate does not say cA.",
  check({ values }, { profile }) {
    return !isAuthorityProfile(profile) && values.basicConstraints?.cA === true ? ['cA is TRUE'] : [];
  },
};
