import { latinAmongCyrillic } from '#domain/base/text.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectNoLatinInCyrillic: CertificateRule = {
  id: 'subject-no-latin-in-cyrillic',
  source: 'Unicode TR 39 §5',
  clauses: ['N-5.1'],
  severity: 'should',
  requirement: 'No Cyrillic word hides a Latin letter, as «i» does in place of «і».',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter(({ value }) => mixed.test(value))
      .flatMap(({ oid, value }) =>
        latinAmongCyrillic(value).map(
          ({ letter, position }) => `${shortNameOf(oid)}: Latin ${letter} at ${position + 1}`,
        ),
      );
  },
};

/** A quick look first: most names have letters of one script only. */
const mixed = /[A-Za-z].*[\u0400-\u04ff]|[\u0400-\u04ff].*[A-Za-z]/u;
