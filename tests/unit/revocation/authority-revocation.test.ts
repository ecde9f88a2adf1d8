import { describe, expect, it } from 'vitest';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import { compareRevocation } from '#domain/revocation/compare-revocation.ts';
import { mayApplyFor, reasonCodeOf } from '#domain/revocation/standing.ts';
import {
  groundsOfKind,
  parseRevocation,
  revocationFormOf,
  revocationKindsOf,
} from '#domain/revocation/parse-revocation.ts';
import { periodRunsFrom } from '#domain/revocation/revocation-case.ts';
import { type RevocationDraft, emptyRevocationDraft } from '#domain/revocation/revocation-draft.ts';
import { isCompromise } from '#domain/revocation/revoke-entry.ts';

const today = '2026-11-26' as CalendarDate;

const entry: RegisterEntry = {
  id: '01' + 'cd'.repeat(19),
  salt: '',
  number: 1,
  generation: 1,
  applicationId: 'a1',
  applicationNumber: '2026-000001',
  issuedAt: '2026-11-02T04:00:00Z' as Instant,
  issuedBy: 'o1',
  notBefore: '2026-11-02T04:00:00Z' as Instant,
  notAfter: '2036-11-02T03:59:59Z' as Instant,
  subject: {
    kind: 'authority',
    commonName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
    organisation: 'Цифрлық даму министрлігі',
    region: 'Астана',
    city: 'Астана',
    email: 'ca@example.kz',
  },
  purpose: 'certification',
  suite: 'ecdsa-p256',
  subjectKey: 'ECDSA P-256',
  keyIdentifierHex: '',
  fingerprintSha256Hex: '',
  folded: '',
  sortKey: '',
  accreditation: {
    number: '12',
    date: '2024-02-01' as CalendarDate,
    issuer: 'БАМ',
    validUntil: '2026-11-25' as CalendarDate,
  },
};

function aDraft(change: Partial<RevocationDraft> = {}): RevocationDraft {
  return {
    ...emptyRevocationDraft(),
    entryId: entry.id,
    ground: 'owners-wish',
    surname: 'Жұмабекұлы',
    givenName: 'Ерлан',
    birthDate: '05.03.1975',
    organisationName: 'Қазақстан Республикасының Цифрлық даму министрлігі',
    address: 'Астана, Мәңгілік ел 55',
    phone: '+7 717 274 90 00',
    reason: 'жаңа кілтке көшу',
    serialNumber: entry.id.replace(/(.{4})/g, '$1 '),
    region: 'Астана',
    city: 'Астана',
    organisationShortName: 'Цифрлық даму министрлігі',
    authorityName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
    email: 'ca@example.kz',
    validUntil: '02.11.2036',
    headName: 'Жұмабекұлы Ерлан',
    ...change,
  };
}

const parse = (draft: RevocationDraft, of: RegisterEntry | undefined = entry) =>
  parseRevocation(draft, of, { today, rules: rulesByKind.R });

function faultsOf(draft: RevocationDraft, of: RegisterEntry = entry): readonly string[] {
  const parsed = parse(draft, of);
  return parsed.ok ? [] : parsed.error.map(({ field, refusal }) => `${field}: ${refusal.type}`);
}

describe('revoking an authority’s certificate', () => {
  it('the Root CA knows four grounds of R-11 and its own error, the National CA neither liquidation nor accreditation', () => {
    expect(revocationKindsOf(rulesByKind.R)).toEqual([
      'application',
      'liquidation',
      'accreditation',
      'court',
      'office',
    ]);
    expect(revocationKindsOf(rulesByKind.N)).toEqual(['application', 'court', 'office']);
    expect(groundsOfKind('application', rulesByKind.R).map(({ id }) => id)).toEqual([
      'owners-wish',
      'key-compromise',
    ]);
  });

  it('[R-11.1] on its application, form R-F3, whose every field is read', () => {
    expect(revocationFormOf(entry)).toBe('R-F3');
    const parsed = parse(aDraft());
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        ground: 'owners-wish',
        source: { type: 'application', content: { form: 'R-F3', serialNumber: entry.id } },
      },
    });
    expect(reasonCodeOf(rulesByKind.R, 'owners-wish')).toBeUndefined();
  });

  it('[R-11.1] an authority’s compromised key is cACompromise in the CRL', () => {
    expect(reasonCodeOf(rulesByKind.R, 'key-compromise')).toBe('cACompromise');
    expect([isCompromise('cACompromise'), isCompromise('keyCompromise'), isCompromise('superseded')]).toEqual(
      [true, true, false],
    );
  });

  it('[R-11.1] everything that R-F3 lacks is named at once', () => {
    expect(faultsOf({ ...emptyRevocationDraft(), entryId: entry.id, ground: 'owners-wish' })).toEqual([
      'surname: Empty',
      'givenName: Empty',
      'birthDate: Empty',
      'organisationName: Empty',
      'address: Empty',
      'phone: Empty',
      'reason: Empty',
      'serialNumber: Empty',
      'region: Empty',
      'city: Empty',
      'organisationShortName: Empty',
      'authorityName: Empty',
      'email: Empty',
      'validUntil: Empty',
      'headName: Empty',
    ]);
    expect(faultsOf(aDraft({ birthDate: '27.11.2026' }))).toEqual(['birthDate: DateInFuture']);
  });

  it('[R-11.1] is compared with the register field by field; name and number decide', () => {
    const parsed = parse(aDraft({ authorityName: 'БАСҚА ОРТАЛЫҚ', email: 'b@example.kz' }));
    if (!parsed.ok || parsed.value.source.type !== 'application') throw new Error('no application');
    const rows = compareRevocation(parsed.value.source.content, entry);
    expect(
      rows.filter(({ verdict }) => verdict === 'differs').map(({ field, isDecisive }) => [field, isDecisive]),
    ).toEqual([
      ['authorityName', true],
      ['email', false],
    ]);
    expect(rows.find(({ field }) => field === 'validUntil')?.verdict).toBe('same');
  });

  it('[R-11.2] on the notice of liquidation, with its number and day', () => {
    const draft = aDraft({
      kind: 'liquidation',
      ground: 'liquidation',
      noticeNumber: '7-1',
      noticeDate: '20.11.2026',
    });
    expect(parse(draft)).toEqual({
      ok: true,
      value: {
        source: { type: 'liquidation', notice: { number: '7-1', date: '2026-11-20' } },
        ground: 'liquidation',
        arrivedOn: today,
      },
    });
    expect(reasonCodeOf(rulesByKind.R, 'liquidation')).toBe('cessationOfOperation');
    // The notice can't have arrived before the day that stands on it.
    expect(faultsOf({ ...draft, arrivedOn: '19.11.2026' })).toEqual(['arrivedOn: PaperAfterArrival']);
    expect(faultsOf({ ...draft, noticeNumber: '', noticeDate: '27.11.2026' })).toEqual([
      'noticeNumber: Empty',
      'noticeDate: DateInFuture',
    ]);
  });

  it('[R-11.3] when the accreditation is over, and not on its last day', () => {
    const draft = aDraft({ kind: 'accreditation', ground: 'accreditation-ended' });
    expect(parse(draft)).toEqual({
      ok: true,
      value: {
        source: { type: 'accreditation', ended: { number: '12', endedOn: '2026-11-25' } },
        ground: 'accreditation-ended',
      },
    });
    const { accreditation, ...without } = entry;
    if (accreditation === undefined) throw new Error('none');
    const lastDay = { ...entry, accreditation: { ...accreditation, validUntil: today } };
    expect(faultsOf(draft, lastDay)).toEqual(['entryId: AccreditationNotEnded']);
    expect(faultsOf(draft, without)).toEqual(['entryId: AccreditationUnknown']);
  });

  it('[R-12] the period runs from the accreditation’s last day, for every other ground from the receipt', () => {
    const received = '2026-12-10' as CalendarDate;
    const ended = { number: '12', endedOn: '2026-11-25' as CalendarDate };
    expect(periodRunsFrom({ type: 'accreditation', ended }, received)).toBe('2026-11-25');
    expect(periodRunsFrom({ type: 'office', statement: '' }, received)).toBe(received);
  });

  it('[R-11.4] on a court decision in force; one that is not in force yet is no ground', () => {
    const draft = aDraft({
      kind: 'court',
      ground: 'court-decision',
      court: 'Астана қалалық соты',
      decisionNumber: '2-1',
      decisionDate: '01.11.2026',
      inForceFrom: '20.11.2026',
    });
    expect(parse(draft)).toMatchObject({ ok: true, value: { arrivedOn: today } });
    expect(reasonCodeOf(rulesByKind.R, 'court-decision')).toBe('privilegeWithdrawn');
    expect(faultsOf({ ...draft, inForceFrom: '27.11.2026' })).toEqual(['inForceFrom: DateInFuture']);
  });

  it('a ground of another authority is not taken', () => {
    expect(faultsOf(aDraft({ ground: 'carrier-damaged' }))).toEqual(['ground: ChoiceMissing']);
    expect(mayApplyFor(entry, entry)).toBe(false);
  });
});
