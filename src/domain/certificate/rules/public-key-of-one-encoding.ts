import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { keyName } from '#domain/certificate/key-name.ts';
import { isKeyOfSuite, keySuites } from '#domain/certificate/key-suite.ts';

export const publicKeyOfOneEncoding: CertificateRule = {
  id: 'public-key-of-one-encoding',
  source: 'RFC 4491 §2',
  clauses: ['N-2.7'],
  severity: 'must',
  requirement:
    'A ГОСТ authority certifies keys of its own encoding alone, and no other authority certifies them.',
  check({ tbs }, { issuerSuite }) {
    const { key } = tbs.publicKey;
    if (isKeyOfSuite(key, issuerSuite)) return [];
    return [`${keyName(key).name}, ${keySuites[issuerSuite].publicKeyName} signs`];
  },
};
