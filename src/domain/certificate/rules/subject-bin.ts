import type { CertificateRule } from '#domain/certificate/certificate-rule.ts';
import { isAuthorityProfile } from '#domain/certificate/profile.ts';
import { valuesOf } from '#domain/der/name.ts';
import { oid } from '#domain/der/object-identifiers.ts';
import { parseBin } from '#domain/party/bin.ts';

export const subjectBin: CertificateRule = {
  id: 'subject-bin',
  source: 'Order No. 348, form N-F2',
  clauses: ['N-3.2', 'N-5.1'],
  severity: 'must',
  requirement: 'OU of a legal entity is BIN and a right business identification number.',
  check({ tbs, values }, { profile }) {
    if (isAuthorityProfile(profile) || !values.extKeyUsage?.includes(oid.kzLegalEntity)) return [];
    const [value = ''] = valuesOf(tbs.subject, oid.organizationalUnitName);
    return value.startsWith('BIN') && parseBin(value.slice(3)).ok ? [] : [value === '' ? 'absent' : value];
  },
};
