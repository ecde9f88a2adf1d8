import type { Instant } from '#domain/base/instant.ts';
import type { PersonSubject, RegisterEntry } from '#domain/register/register-entry.ts';

/** An individual's certificate as it stands in the register. */
export function anEntry(subject: Partial<PersonSubject> = {}): RegisterEntry {
  return {
    id: '01' + 'ab'.repeat(19),
    salt: '',
    number: 7,
    generation: 1,
    applicationId: 'a7',
    applicationNumber: '2026-000007',
    issuedAt: '2026-11-02T04:00:00Z' as Instant,
    issuedBy: 'o1',
    notBefore: '2026-11-02T04:00:00Z' as Instant,
    notAfter: '2027-11-02T03:59:59Z' as Instant,
    subject: {
      commonName: 'Әлімжанова Ғайша',
      surname: 'Әлімжанова',
      givenName: 'Ғайша',
      patronymic: 'Құрманғазықызы',
      iin: '850101300015',
      region: 'Қарағанды облысы',
      city: 'Теміртау',
      email: 'gaisha@example.kz',
      ...subject,
    },
    purpose: 'signing',
    suite: 'ecdsa-p256',
    subjectKey: 'ECDSA P-256',
    keyIdentifierHex: '',
    fingerprintSha256Hex: '',
    folded: '',
    sortKey: '',
  };
}
