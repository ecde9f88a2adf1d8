import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { shortNameOf } from '#domain/der/name.ts';

export const subjectOneAttributePerRdn: CertificateRule = {
  id: 'subject-one-attribute-per-rdn',
  source: 'RFC 5280 §4.1.2.4',
  clauses: [],
  severity: 'must',
  requirement: 'Every RDN has one attribute.',
  check({ tbs }) {
    return tbs.subject.rdns
      .filter((rdn) => rdn.length > 1)
      .map((rdn) => rdn.map(({ oid }) => shortNameOf(oid)).join(' + '));
  },
};
