import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const extKeyUsageNotForAuthority: CertificateRule = {
  id: 'ext-key-usage-not-for-authority',
  source: 'RFC 5280 §4.2.1.12',
  clauses: ['R-3.1'],
  severity: 'must',
  requirement: "An authority's certificate has no extended key usage.",
  check({ extensions }, { profile }) {
    return isAuthorityProfile(profile) && extensionByOid(extensions, oid.extKeyUsage) !== null
      ? ['present']
      : [];
  },
};
