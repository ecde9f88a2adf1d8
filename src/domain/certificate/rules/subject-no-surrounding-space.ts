import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { attributesOf } from '#domain/certificate/subject-attributes.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectNoSurroundingSpace: CertificateRule = {
  id: 'subject-no-surrounding-space',
  source: 'RFC 5280 §7.1',
  clauses: ['N-5.1'],
  severity: 'must',
  requirement: 'No attribute begins or ends with a space or has two in a row.',
  check({ tbs }) {
    return attributesOf(tbs.subject)
      .filter(({ value }) => /^\s|\s$|\s\s/.test(value))
      .map(({ oid, value }) => `${shortNameOf(oid)}: «${value}»`);
  },
};
