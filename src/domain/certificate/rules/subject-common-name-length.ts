import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { tooLong } from '#domain/certificate/subject-attributes.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectCommonNameLength: CertificateRule = {
  id: 'subject-common-name-length',
  source: 'X.520 annex C',
  clauses: [],
  severity: 'must',
  requirement: 'CN has at most 64 letters.',
  check({ tbs }) {
    return tooLong(tbs.subject, oid.commonName, 64);
  },
};
