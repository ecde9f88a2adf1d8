import { bytesEqual } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { writeSubjectName } from '#domain/certificate/subject-name.ts';
import { displayName } from '#domain/der/name.ts';

export const subjectOfApplication: CertificateRule = {
  id: 'subject-of-application',
  source: 'Order No. 348',
  clauses: ['N-5.2'],
  severity: 'must',
  requirement: 'The subject is, octet for octet, what the application leads to.',
  check({ tbs }, { subject }) {
    if (subject === undefined || bytesEqual(tbs.subject.der, writeSubjectName(subject))) return [];
    return [displayName(tbs.subject)];
  },
};
