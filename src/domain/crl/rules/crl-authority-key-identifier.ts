import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import type { CrlRule } from '#domain/crl/crl-rule.ts';

export const crlAuthorityKeyIdentifier: CrlRule = {
  id: 'crl-authority-key-identifier',
  source: 'RFC 5280 §5.2.1',
  clauses: [],
  severity: 'must',
  requirement: "authorityKeyIdentifier is there and is that of the authority's key.",
  check({ tbs }, { issuerKeyIdentifier }) {
    const keyIdentifier = tbs.authorityKeyIdentifier?.keyIdentifier;
    if (keyIdentifier === undefined) return ['absent'];
    return bytesEqual(keyIdentifier, issuerKeyIdentifier) ? [] : [bytesToHex(keyIdentifier)];
  },
};
