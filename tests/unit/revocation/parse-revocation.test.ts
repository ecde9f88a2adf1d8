import { describe, expect, it } from 'vitest';
import { startOfDay, type Instant } from '#domain/base/instant.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { PersonSubject, RegisterEntry } from '#domain/register/register-entry.ts';
import { compareRevocation, mayApplyFor } from '#domain/revocation/compare-revocation.ts';
import { groundsOfKind, parseRevocation } from '#domain/revocation/parse-revocation.ts';
import type { RevocationApplicationContent } from '#domain/revocation/revocation-case.ts';
import { type RevocationDraft, emptyRevocationDraft } from '#domain/revocation/revocation-draft.ts';

const today = '2026-11-23' as CalendarDate;

const entry: RegisterEntry & { readonly subject: PersonSubject } = {
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
  },
  purpose: 'signing',
  suite: 'ecdsa-p256',
  subjectKey: 'ECDSA P-256',
  keyIdentifierHex: '',
  fingerprintSha256Hex: '',
  folded: '',
  sortKey: '',
};
const legal: RegisterEntry = {
  ...entry,
  subject: { ...entry.subject, bin: '101040000012', organisation: '«Көкжиек» ЖШС' },
};

function aDraft(change: Partial<RevocationDraft> = {}): RevocationDraft {
  return {
    ...emptyRevocationDraft(),
    entryId: entry.id,
    ground: 'key-compromise',
    iin: '850101300015',
    surname: 'Әлімжанова',
    givenName: 'Ғайша',
    patronymic: 'Құрманғазықызы',
    email: 'gaisha@example.kz',
    phone: '+7 701 123 45 67',
    serialNumber: entry.id.replace(/(.{4})/g, '$1 ').toUpperCase(),
    issuedOn: '02.11.2026',
    ...change,
  };
}

const fieldsOf = (draft: RevocationDraft, of: RegisterEntry | null = entry) => {
  const parsed = parseRevocation(draft, of ?? undefined, today);
  return parsed.ok ? [] : parsed.error.map(({ field, refusal }) => `${field}: ${refusal.type}`);
};

describe('an application to revoke', () => {
  it('[N-8.1] of an individual is N-F4, with the reason code of its ground', () => {
    const parsed = parseRevocation(aDraft({ invalidityDate: '20.11.2026' }), entry, today);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value).toMatchObject({
      ground: 'key-compromise',
      reasonCode: 'keyCompromise',
      invalidityDate: startOfDay('2026-11-20' as CalendarDate),
      source: {
        type: 'application',
        content: { form: 'N-F4', serialNumber: entry.id, phone: '+77011234567' },
      },
    });
  });

  it('[N-8.1] of a legal entity is N-F5, and the owner’s wish has no reason code', () => {
    const draft = aDraft({
      ground: 'owners-wish',
      bin: '101040000012',
      organisationName: '«Көкжиек» жауапкершілігі шектеулі серіктестігі',
      organisationShortName: '«Көкжиек» ЖШС',
      region: 'Қарағанды облысы',
      city: 'Теміртау',
    });
    const parsed = parseRevocation(draft, legal, today);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.source).toMatchObject({ content: { form: 'N-F5', bin: '101040000012' } });
    expect(parsed.value).not.toHaveProperty('reasonCode');
  });

  it('has all its faults named at once', () => {
    expect(fieldsOf(emptyRevocationDraft(), null)).toEqual([
      'entryId: ChoiceMissing',
      'ground: ChoiceMissing',
      'iin: Empty',
      'surname: Empty',
      'givenName: Empty',
      'email: Empty',
      'serialNumber: Empty',
      'phone: Empty',
      'issuedOn: Empty',
    ]);
    expect(fieldsOf(aDraft({ serialNumber: 'xyz' }))).toEqual(['serialNumber: SerialNumberMalformed']);
    expect(fieldsOf(aDraft({ invalidityDate: '24.11.2026' }))).toEqual(['invalidityDate: DateInFuture']);
  });

  it('[N-8.2] a court decision names court, number and days, and one not in force yet is no ground', () => {
    const court = aDraft({
      kind: 'court',
      ground: 'court-decision',
      court: 'Алматы қалалық соты',
      decisionNumber: '2-1234',
      decisionDate: '01.10.2026',
      inForceFrom: '24.11.2026',
    });
    expect(fieldsOf(court)).toEqual(['inForceFrom: DateInFuture']);
    const parsed = parseRevocation({ ...court, inForceFrom: '02.11.2026' }, entry, today);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.reasonCode).toBe('privilegeWithdrawn');
  });

  it('an error of the office asks for a statement, and no ground of another kind', () => {
    expect(fieldsOf(aDraft({ kind: 'office', ground: 'key-compromise' }))).toEqual([
      'ground: ChoiceMissing',
      'statement: Empty',
    ]);
    expect(groundsOfKind('office').map(({ id }) => id)).toEqual(['own-error-replaced', 'own-error']);
    expect(groundsOfKind('application').map(({ id }) => id)).toEqual([
      'owners-wish',
      'key-compromise',
      'carrier-damaged',
    ]);
  });
});

describe('the application beside the register', () => {
  const content: RevocationApplicationContent = {
    form: 'N-F4',
    iin: '850101300015',
    surname: 'ӘЛІМЖАНОВА',
    givenName: 'Гайша',
    patronymic: 'Құрманғазықызы',
    email: 'gaisha@example.kz',
    phone: '+77011234567',
    serialNumber: entry.id,
    issuedOn: '2026-11-02' as CalendarDate,
  };

  it('[N-8] tells the same from what is only written otherwise and from what differs', () => {
    const verdicts = compareRevocation(content, entry).map(({ field, verdict }) => `${field} ${verdict}`);
    expect(verdicts).toEqual([
      'iin same',
      'surname similar',
      'givenName differs',
      'patronymic same',
      'email same',
      'serialNumber same',
      'issuedOn same',
    ]);
  });

  it('[N-8] another serial number is decisive: nobody revokes the wrong one of two', () => {
    const rows = compareRevocation({ ...content, serialNumber: '01cd' }, entry);
    expect(rows.filter(({ isDecisive, verdict }) => isDecisive && verdict === 'differs')).toMatchObject([
      { field: 'serialNumber', stated: '01cd', registered: entry.id },
    ]);
  });

  it('[N-10] the owner applies for himself, and for a legal entity whoever stands for it', () => {
    const other = { ...entry.subject, iin: '920308400012' };
    expect(mayApplyFor(entry.subject, entry.subject)).toBe(true);
    expect(mayApplyFor(other, entry.subject)).toBe(false);
    expect(mayApplyFor({ ...other, bin: '101040000012' }, legal.subject)).toBe(true);
    expect(mayApplyFor(entry.subject, legal.subject)).toBe(false);
  });
});
