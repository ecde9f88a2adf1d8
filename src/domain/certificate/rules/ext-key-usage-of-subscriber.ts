import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';

export const extKeyUsageOfSubscriber: CertificateRule = {
  id: 'ext-key-usage-of-subscriber',
  source: 'RFC 5280 §4.2.1.12',
  clauses: ['N-2.3'],
  severity: 'must',
  requirement:
    "A subscriber's certificate has the purpose of its profile: emailProtection to sign, clientAuth to authenticate.",
  check({ values }, { profile }) {
    if (isAuthorityProfile(profile)) return [];
    const [wanted, other] =
      profile === 'signing' ? [oid.emailProtection, oid.clientAuth] : [oid.clientAuth, oid.emailProtection];
    const purposes = values.extKeyUsage ?? [];
    const missing = purposes.includes(wanted) ? [] : [`${oidName(wanted) ?? wanted} is missing`];
    return purposes.includes(other)
      ? [...missing, `${oidName(other) ?? other} is of the other profile`]
      : missing;
  },
};
