import { describe, expect, it } from 'vitest';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { startOfDay } from '#domain/base/instant.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { compareRevocation } from '#domain/revocation/compare-revocation.ts';
import { groundsOfKind, parseRevocation } from '#domain/revocation/parse-revocation.ts';
import type { RevocationApplicationContent } from '#domain/revocation/revocation-case.ts';
import { type RevocationDraft, emptyRevocationDraft } from '#domain/revocation/revocation-draft.ts';
import { anEntry } from '#tests/support/entry-samples.ts';

const today = '2026-11-23' as CalendarDate;
const by = { today, rules: rulesByKind.N };

const entry = anEntry();
const legal: RegisterEntry = {
  ...entry,
  subject: anEntry({ bin: '101040000012', organisation: '«Көкжиек» ЖШС' }).subject,
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
  const parsed = parseRevocation(draft, of ?? undefined, by);
  return parsed.ok ? [] : parsed.error.map(({ field, refusal }) => `${field}: ${refusal.type}`);
};

describe('an application to revoke', () => {
  it('[N-8.1] of an individual is N-F4 with its ground', () => {
    const parsed = parseRevocation(aDraft({ invalidityDate: '20.11.2026' }), entry, by);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value).toMatchObject({
      ground: 'key-compromise',
      invalidityDate: startOfDay('2026-11-20' as CalendarDate),
      source: {
        type: 'application',
        content: { form: 'N-F4', serialNumber: entry.id, phone: '+77011234567' },
      },
    });
  });

  it('[N-8.1] of a legal entity is N-F5 with the name of its head', () => {
    const draft = aDraft({
      ground: 'owners-wish',
      bin: '101040000012',
      organisationName: '«Көкжиек» жауапкершілігі шектеулі серіктестігі',
      organisationShortName: '«Көкжиек» ЖШС',
      region: 'Қарағанды облысы',
      city: 'Теміртау',
      headName: 'Ғайша Әлімжанова',
    });
    expect(fieldsOf({ ...draft, headName: '' }, legal)).toEqual(['headName: Empty']);
    const parsed = parseRevocation(draft, legal, by);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.source).toMatchObject({
      content: { form: 'N-F5', bin: '101040000012', headName: 'Ғайша Әлімжанова' },
    });
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
    const parsed = parseRevocation({ ...court, inForceFrom: '02.11.2026' }, entry, by);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value).toMatchObject({ ground: 'court-decision', arrivedOn: today });
  });

  it('an error of the office asks for a statement, and no ground of another kind', () => {
    expect(fieldsOf(aDraft({ kind: 'office', ground: 'key-compromise' }))).toEqual([
      'ground: ChoiceMissing',
      'statement: Empty',
    ]);
    expect(groundsOfKind('office', rulesByKind.N).map(({ id }) => id)).toEqual([
      'own-error-replaced',
      'own-error',
    ]);
    expect(groundsOfKind('application', rulesByKind.N).map(({ id }) => id)).toEqual([
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
    const rows = compareRevocation({ ...content, givenName: 'Ғайша', serialNumber: '01cd' }, entry);
    expect(rows.filter(({ isDecisive, verdict }) => isDecisive && verdict === 'differs')).toMatchObject([
      { field: 'serialNumber', stated: '01cd', registered: entry.id },
    ]);
  });

  it('[N-8] another name, IIN or BIN is decisive; an address, or a patronymic left out, is asked about', () => {
    const decisive = (change: Partial<RevocationApplicationContent>, of = entry) =>
      compareRevocation({ ...content, ...change } as RevocationApplicationContent, of)
        .filter(({ isDecisive, verdict }) => isDecisive && verdict === 'differs')
        .map(({ field }) => field);
    expect(decisive({ givenName: 'Ғайша', surname: 'Басқа' })).toEqual(['surname']);
    expect(decisive({ givenName: 'Ғайша', iin: '920308400012' })).toEqual(['iin']);
    expect(decisive({ givenName: 'Ғайша', patronymic: 'Басқақызы' })).toEqual(['patronymic']);
    expect(decisive({ givenName: 'Ғайша', email: 'b@example.kz' })).toEqual([]);
    const [patronymic] = compareRevocation({ ...content, patronymic: '', givenName: 'Ғайша' }, entry).filter(
      ({ field }) => field === 'patronymic',
    );
    expect(patronymic).toMatchObject({ verdict: 'differs', isDecisive: false });
    const ofEntity = {
      ...content,
      form: 'N-F5' as const,
      bin: '101040000013',
      organisationShortName: 'Басқа',
    };
    expect(decisive(ofEntity, legal)).toEqual(['bin']);
  });
});
