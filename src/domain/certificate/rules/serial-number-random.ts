import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

/** Nineteen random octets with fewer than eight different values come once in 10^16: a broken generator is likelier. */
export const serialNumberRandom: CertificateRule = {
  id: 'serial-number-random',
  source: 'CA/Browser Forum BR §7.1',
  clauses: [],
  severity: 'must',
  requirement: 'The octets after the epoch come from a random generator that works.',
  check({ tbs }) {
    const different = new Set(tbs.serialNumber.subarray(1)).size;
    return different >= minimumDifferent ? [] : [`${different} different octets after the epoch`];
  },
};

const minimumDifferent = 8;
