import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';

export const extKeyUsageKnown: CertificateRule = {
  id: 'ext-key-usage-known',
  source: 'RFC 5280 §4.2.1.12',
  clauses: [],
  severity: 'must',
  requirement: 'There is no other purpose, anyExtendedKeyUsage least of all, and none twice.',
  check({ values }) {
    const purposes = values.extKeyUsage ?? [];
    return purposes
      .filter((purpose, i) => !isOurs(purpose) || purposes.indexOf(purpose) < i)
      .map((purpose) => oidName(purpose) ?? purpose);
  },
};

function isOurs(purpose: string): boolean {
  return known.has(purpose) || purpose.startsWith(`${oid.kzLegalEntity}.`);
}

const known: ReadonlySet<string> = new Set<string>([
  oid.emailProtection,
  oid.clientAuth,
  oid.kzIndividual,
  oid.kzLegalEntity,
]);
