import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { duplicateExtensions } from '#domain/der/extension.ts';
import { oidName } from '#domain/der/object-identifiers.ts';

export const crlExtensionsNoDuplicates: CrlRule = {
  id: 'crl-extensions-no-duplicates',
  source: 'RFC 5280 §5.2',
  clauses: [],
  severity: 'must',
  requirement: 'No extension stands twice.',
  check({ tbs }) {
    return duplicateExtensions(tbs.extensions ?? []).map((dotted) => oidName(dotted) ?? dotted);
  },
};
