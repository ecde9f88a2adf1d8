import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { tooLong } from '#domain/certificate/subject-attributes.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectLocalityLength: CertificateRule = {
  id: 'subject-locality-length',
  source: 'X.520 annex C',
  clauses: [],
  severity: 'must',
  requirement: 'L has at most 128 letters.',
  check({ tbs }) {
    return tooLong(tbs.subject, oid.localityName, 128);
  },
};
