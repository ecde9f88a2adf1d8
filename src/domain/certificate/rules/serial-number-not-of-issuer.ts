import { bytesEqual, bytesToHex } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const serialNumberNotOfIssuer: CertificateRule = {
  id: 'serial-number-not-of-issuer',
  source: 'RFC 5280 §4.1.2.2',
  clauses: [],
  severity: 'must',
  requirement: "The serial number is not that of the authority's own self-signed certificate.",
  check({ tbs }, { issuer }) {
    const selfSigned = issuer !== undefined && bytesEqual(issuer.issuer.der, issuer.subject.der);
    return selfSigned && bytesEqual(issuer.serialNumber, tbs.serialNumber)
      ? [bytesToHex(tbs.serialNumber)]
      : [];
  },
};
