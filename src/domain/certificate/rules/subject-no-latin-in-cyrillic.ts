import { wordsOfTwoAlphabets } from '#domain/base/alphabets.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectNoLatinInCyrillic: CertificateRule = {
  id: 'subject-no-latin-in-cyrillic',
  source: 'Unicode TR 39 §5',
  clauses: ['N-5.1'],
  severity: 'should',
  requirement: 'No word has Latin and Cyrillic letters at once, as one has with «i» in place of «і».',
  check({ tbs }) {
    return attributesOf(tbs.subject).flatMap(({ oid, value }) =>
      wordsOfTwoAlphabets(value).map((word) => `${shortNameOf(oid)}: ${word}`),
    );
  },
};
