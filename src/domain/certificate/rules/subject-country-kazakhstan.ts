import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectCountryKazakhstan: CertificateRule = {
  id: 'subject-country-kazakhstan',
  source: 'Order No. 348',
  clauses: ['R-3.1', 'G-2.1', 'N-2.1'],
  severity: 'must',
  requirement: 'Country is there and is KZ.',
  check({ tbs }) {
    const [country] = valuesOf(tbs.subject, oid.countryName);
    return country === 'KZ' ? [] : [country ?? 'absent'];
  },
};
