import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectNoControlCharacters: CertificateRule = {
  id: 'subject-no-control-characters',
  source: 'RFC 5280 §7.1',
  clauses: ['N-5.1'],
  severity: 'must',
  requirement: 'No attribute has control characters or marks that turn the direction of writing.',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter(({ value }) => hidden.test(value))
      .map(({ oid }) => shortNameOf(oid));
  },
};

/** C0, C1, and the bidirectional controls of Unicode TR 9 §2. */
const hidden = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
