import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const subjectKeyIdentifierOfKey: CertificateRule = {
  id: 'subject-key-identifier-of-key',
  source: 'RFC 5280 §4.2.1.2 (1)',
  clauses: [],
  severity: 'must',
  requirement: "subjectKeyIdentifier is the SHA-1 of the key's bits.",
  check({ tbs, values }, { sha1 }) {
    const { subjectKeyIdentifier } = values;
    if (subjectKeyIdentifier === null) return [];
    return bytesEqual(subjectKeyIdentifier, sha1(tbs.publicKey.keyBits))
      ? []
      : [bytesToHex(subjectKeyIdentifier)];
  },
};
