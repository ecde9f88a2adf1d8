import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const subjectHasCommonName: CertificateRule = {
  id: 'subject-has-common-name',
  source: 'Form N-F3',
  clauses: ['N-7'],
  severity: 'must',
  requirement: 'CN is there.',
  check({ tbs }) {
    return valuesOf(tbs.subject, oid.commonName).length === 1 ? [] : ['CN absent or repeated'];
  },
};
