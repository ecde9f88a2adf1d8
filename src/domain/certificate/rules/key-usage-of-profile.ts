import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyUsagesOf } from '#domain/certificate/profile.ts';

export const keyUsageOfProfile: CertificateRule = {
  id: 'key-usage-of-profile',
  source: 'RFC 5280 §4.2.1.3',
  clauses: ['N-2.3'],
  severity: 'must',
  requirement: 'keyUsage is what the profile says, no more and no less.',
  check({ tbs, values }, { profile }) {
    if (values.keyUsage === null) return [];
    const expected = keyUsagesOf(profile, tbs.publicKey.key.kind === 'rsa' ? 'rsa' : 'ec').join(', ');
    const seen = values.keyUsage.join(', ');
    return seen === expected ? [] : [`${seen}; ${expected} expected`];
  },
};
