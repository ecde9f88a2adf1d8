import type { CrlRule } from '#domain/crl/crl-rule.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';

export const crlExtensionsOfProfile: CrlRule = {
  id: 'crl-extensions-of-profile',
  source: 'RFC 5280 §5.2',
  clauses: [],
  severity: 'must',
  requirement:
    'There is no extension but authorityKeyIdentifier, cRLNumber, expiredCertsOnCRL and the Root’s issuingDistributionPoint: the CRL is full, direct and no delta.',
  check({ tbs }) {
    return (tbs.extensions ?? [])
      .filter((extension) => !ours.has(extension.oid))
      .map((extension) => oidName(extension.oid) ?? extension.oid);
  },
};

const ours: ReadonlySet<string> = new Set<string>([
  oid.authorityKeyIdentifier,
  oid.crlNumber,
  oid.expiredCertsOnCrl,
  oid.issuingDistributionPoint,
]);
