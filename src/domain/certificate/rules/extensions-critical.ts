import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { oid, oidName } from '#domain/der/object-identifiers.ts';

export const extensionsCritical: CertificateRule = {
  id: 'extensions-critical',
  source: 'RFC 5280 §4.2.1.3, §4.2.1.9',
  clauses: [],
  severity: 'must',
  requirement: "keyUsage and an authority's basicConstraints are critical.",
  check({ extensions }) {
    return extensions
      .filter(({ oid: dotted, critical }) => mustBeCritical.has(dotted) && !critical)
      .map((extension) => oidName(extension.oid) ?? extension.oid);
  },
};

const mustBeCritical: ReadonlySet<string> = new Set<string>([oid.keyUsage, oid.basicConstraints]);
