import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { isOfAuthoritiesAlone } from '#domain/crl/only-authorities.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const crlOnlyAuthorities: CrlRule = {
  id: 'crl-only-authorities',
  source: 'RFC 5280 §5.2.5',
  clauses: [],
  severity: 'must',
  requirement:
    'The Root’s CRL has a critical issuingDistributionPoint with onlyContainsCACerts alone; nobody else’s has one.',
  check({ tbs }, { onlyAuthorities }) {
    const extensions = tbs.extensions ?? [];
    const has = extensionByOid(extensions, oid.issuingDistributionPoint) !== null;
    if (onlyAuthorities) return isOfAuthoritiesAlone(extensions) ? [] : [has ? 'another one' : 'none'];
    return has ? ['issuingDistributionPoint'] : [];
  },
};
