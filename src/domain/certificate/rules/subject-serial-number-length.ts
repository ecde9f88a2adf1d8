import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { tooLong } from '#domain/certificate/subject-attributes.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectSerialNumberLength: CertificateRule = {
  id: 'subject-serial-number-length',
  source: 'X.520 annex C',
  clauses: [],
  severity: 'must',
  requirement: 'serialNumber has at most 64 letters.',
  check({ tbs }) {
    return tooLong(tbs.subject, oid.serialNumber, 64);
  },
};
