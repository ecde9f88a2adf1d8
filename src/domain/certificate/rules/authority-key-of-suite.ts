import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keySuites } from '#domain/certificate/key-suite.ts';
import { algorithmName } from '#domain/der/algorithm.ts';

export const authorityKeyOfSuite: CertificateRule = {
  id: 'authority-key-of-suite',
  source: 'RFC 5280 §4.1.2.7',
  clauses: ['N-2.7'],
  severity: 'must',
  requirement: 'In a self-signed certificate the key is of the suite that signs.',
  check({ tbs }, { profile, issuerSuite }) {
    const { publicKeyOid, publicKeyName } = keySuites[issuerSuite];
    if (profile !== 'ca-self-signed' || tbs.publicKey.algorithm.oid === publicKeyOid) return [];
    return [`${algorithmName(tbs.publicKey.algorithm.oid)}, ${publicKeyName} expected`];
  },
};
