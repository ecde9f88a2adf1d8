import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

/** A register restored from a backup has a higher epoch, so no number can come twice. */
export const serialNumberEpoch: CertificateRule = {
  id: 'serial-number-epoch',
  source: 'RFC 5280 §4.1.2.2',
  clauses: [],
  severity: 'must',
  requirement: 'The first octet of the serial number is the epoch of the station.',
  check({ tbs }, { epoch }) {
    const [first] = tbs.serialNumber;
    return first === epoch ? [] : [`epoch ${first ?? 'missing'}, ${epoch} expected`];
  },
};
