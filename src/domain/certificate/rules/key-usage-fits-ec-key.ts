import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const keyUsageFitsEcKey: CertificateRule = {
  id: 'key-usage-fits-ec-key',
  source: 'RFC 8813 §3',
  clauses: [],
  severity: 'must',
  requirement: 'An EC key has neither keyEncipherment nor dataEncipherment.',
  check({ tbs, values }) {
    if (tbs.publicKey.algorithm.oid !== oid.ecPublicKey) return [];
    return (values.keyUsage ?? []).filter(
      (usage) => usage === 'keyEncipherment' || usage === 'dataEncipherment',
    );
  },
};
