import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectCountryFormat: CertificateRule = {
  id: 'subject-country-format',
  source: 'X.520 §6.3.1',
  clauses: [],
  severity: 'must',
  requirement: 'Country is two capital Latin letters.',
  check({ tbs }) {
    return valuesOf(tbs.subject, oid.countryName).filter((value) => !/^[A-Z]{2}$/.test(value));
  },
};
