import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';

export const crlExtensionsNotCritical: CrlRule = {
  id: 'crl-extensions-not-critical',
  source: 'RFC 5280 §5.2',
  clauses: [],
  severity: 'must',
  requirement:
    'No extension but issuingDistributionPoint is critical: a reader that does not know it would have to refuse the CRL.',
  check({ tbs }) {
    return (tbs.extensions ?? [])
      .filter((extension) => extension.critical && extension.oid !== oid.issuingDistributionPoint)
      .map((extension) => oidName(extension.oid) ?? extension.oid);
  },
};
