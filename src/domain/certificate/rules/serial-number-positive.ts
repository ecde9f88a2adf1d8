import { bytesToHex } from '#domain/base/bytes.ts';
import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const serialNumberPositive: CertificateRule = {
  id: 'serial-number-positive',
  source: 'RFC 5280 §4.1.2.2',
  clauses: [],
  severity: 'must',
  requirement: 'The serial number is greater than zero.',
  check({ tbs }) {
    const negative = (tbs.serialNumber[0] ?? 0) >= 0x80;
    const zero = tbs.serialNumber.every((octet) => octet === 0);
    return negative || zero ? [`serial number ${bytesToHex(tbs.serialNumber)}`] : [];
  },
};
