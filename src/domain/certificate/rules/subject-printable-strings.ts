import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { nameAttributeType } from '#domain/der/name-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';
import { tag } from '#domain/der/tag.ts';

export const subjectPrintableStrings: CertificateRule = {
  id: 'subject-printable-strings',
  source: 'RFC 5280 appendix A.1',
  clauses: [],
  severity: 'must',
  requirement: 'Country and serialNumber are PrintableString.',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter(
        ({ oid, valueTag }) =>
          nameAttributeType(oid)?.syntax === 'printable' && valueTag !== tag.printableString,
      )
      .map(({ oid }) => shortNameOf(oid));
  },
};
