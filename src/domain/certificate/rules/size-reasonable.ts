import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';

export const sizeReasonable: CertificateRule = {
  id: 'size-reasonable',
  source: 'X.690 §10.1',
  clauses: [],
  severity: 'notice',
  requirement: 'The to-be-signed octets fit in 4 KiB, which cards and old readers take.',
  check({ tbs }) {
    return tbs.der.length <= 4_096 ? [] : [`${tbs.der.length} octets`];
  },
};
