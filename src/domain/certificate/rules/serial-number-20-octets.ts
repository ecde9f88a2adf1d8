import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { serialNumberOctets } from '#domain/certificate/serial-number.ts';

export const serialNumber20Octets: CertificateRule = {
  id: 'serial-number-20-octets',
  source: 'RFC 5280 §4.1.2.2',
  clauses: [],
  severity: 'must',
  requirement:
    'The serial number has 20 octets: the station never writes a shorter one, the standard allows no longer one.',
  check({ tbs }) {
    const { length } = tbs.serialNumber;
    return length === serialNumberOctets ? [] : [`${length} octets`];
  },
};
