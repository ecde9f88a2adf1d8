import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { duplicateExtensions } from '#domain/der/extension.ts';
import { oidName } from '#domain/der/object-identifiers.ts';

export const extensionsNoDuplicates: CertificateRule = {
  id: 'extensions-no-duplicates',
  source: 'RFC 5280 §4.2',
  clauses: [],
  severity: 'must',
  requirement: 'No extension stands twice.',
  check({ extensions }) {
    return duplicateExtensions(extensions).map((dotted) => oidName(dotted) ?? dotted);
  },
};
