import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { oidName } from '#domain/der/object-identifiers.ts';

export const extensionsReadable: CertificateRule = {
  id: 'extensions-readable',
  source: 'RFC 5280 §4.2',
  clauses: [],
  severity: 'must',
  requirement: 'The value of every extension follows its own syntax, strictly in DER.',
  check({ values }) {
    return values.unreadable.map(({ oid: dotted, problem }) => `${oidName(dotted) ?? dotted}: ${problem}`);
  },
};
