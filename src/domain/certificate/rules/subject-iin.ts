import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { parseIin } from '#domain/party/iin.ts';

export const subjectIin: CertificateRule = {
  id: 'subject-iin',
  source: 'Order No. 348, form N-F1',
  clauses: ['N-3.1', 'N-5.1'],
  severity: 'must',
  requirement: "A subscriber's serialNumber is IIN and a right individual identification number.",
  check({ tbs }, { profile }) {
    if (isAuthorityProfile(profile)) return [];
    const [value = ''] = valuesOf(tbs.subject, oid.serialNumber);
    return value.startsWith('IIN') && parseIin(value.slice(3)).ok ? [] : [value === '' ? 'absent' : value];
  },
};
