import { addSeconds, addYears } from '#domain/base/instant.ts';
import { termInYears } from '#domain/authority/rule-set.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';

export const validityOneYear: CertificateRule = {
  id: 'validity-one-year',
  source: 'RFC 5280 §4.1.2.5',
  clauses: ['G-3', 'N-3.1', 'N-3.2'],
  severity: 'must',
  requirement:
    "A subscriber's certificate is valid for the term of the rules exactly (1 year), its last second counted.",
  check({ tbs }, { profile, rules }) {
    if (isAuthorityProfile(profile) || tbs.notBefore >= '9998') return [];
    if (rules === undefined) return ['no rules say the term'];
    const expected = addSeconds(addYears(tbs.notBefore, termInYears(rules)), -1);
    return tbs.notAfter === expected ? [] : [`notAfter ${tbs.notAfter}, ${expected} expected`];
  },
};
