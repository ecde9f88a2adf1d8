import { hiddenLetter } from '#domain/base/text.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectNoControlCharacters: CertificateRule = {
  id: 'subject-no-control-characters',
  source: 'RFC 5280 §7.1',
  clauses: ['N-5.1'],
  severity: 'must',
  requirement:
    'No attribute has control characters, letters that nobody sees or marks that turn the direction of writing.',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter(({ value }) => hiddenLetter(value) !== null)
      .map(({ oid }) => shortNameOf(oid));
  },
};
