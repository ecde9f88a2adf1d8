import { bytesToHex } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isMinimalBitList } from '#domain/der/extension-values.ts';
import { extensionByOid } from '#domain/der/extension.ts';
import { oid } from '#domain/der/object-identifiers.ts';

export const keyUsageBitsMinimal: CertificateRule = {
  id: 'key-usage-bits-minimal',
  source: 'X.690 §11.2.2',
  clauses: [],
  severity: 'must',
  requirement: 'keyUsage has no trailing zero bits.',
  check({ extensions, values }) {
    const extension = extensionByOid(extensions, oid.keyUsage);
    if (extension === null || values.keyUsage === null) return [];
    return isMinimalBitList(extension.valueDer) ? [] : [bytesToHex(extension.valueDer)];
  },
};
