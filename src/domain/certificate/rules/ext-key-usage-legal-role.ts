import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const extKeyUsageLegalRole: CertificateRule = {
  id: 'ext-key-usage-legal-role',
  source: 'Object identifiers of the National CA',
  clauses: ['N-2.8'],
  severity: 'must',
  requirement: "A legal entity's certificate has one of the five roles, an individual's none.",
  check({ values }) {
    const purposes = values.extKeyUsage ?? [];
    const roles = purposes.filter((purpose) => purpose.startsWith(`${oid.kzLegalEntity}.`));
    const expected = purposes.includes(oid.kzLegalEntity) ? 1 : 0;
    const unknown = roles.filter((role) => !/\.[1-5]$/.test(role));
    return roles.length === expected ? unknown : [`${roles.length} roles, ${expected} expected`];
  },
};
