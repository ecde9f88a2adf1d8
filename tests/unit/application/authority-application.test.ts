import { describe, expect, it } from 'vitest';
import { type AuthorityDraft, emptyAuthorityDraft } from '#domain/application/authority-draft.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { examineApplication } from '#domain/application/examine-application.ts';
import { parseAuthorityApplication } from '#domain/application/parse-authority-application.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { anAuthorityContent } from '#tests/support/root-at-work.ts';

const today = '2026-11-26' as CalendarDate;
const now = '2026-11-26T06:00:00Z' as Instant;
const far = '2056-11-26T05:59:59Z' as Instant;

function aDraft(change: Partial<AuthorityDraft> = {}): AuthorityDraft {
  return {
    ...emptyAuthorityDraft(),
    scheme: 'X.509 v3, ECDSA P-256',
    region: 'Астана',
    city: 'Астана',
    organisationName: 'Қазақстан Республикасының Цифрлық даму министрлігі',
    organisationShortName: 'Цифрлық даму министрлігі',
    authorityName: 'Қазақстан Республикасының Ұлттық куәландырушы орталығы',
    authorityShortName: 'ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ',
    email: 'ca@example.kz',
    usageAreas: ['электрондық үкімет', ''],
    validityYears: '10',
    headName: 'Жұмабекұлы Ерлан',
    accreditationNumber: '12',
    accreditationDate: '01.02.2026',
    accreditationIssuer: 'Байланыс министрлігі',
    accreditationValidUntil: '01.02.2029',
    ...change,
  };
}

function fieldsOf(draft: AuthorityDraft): readonly string[] {
  const parsed = parseAuthorityApplication(draft, today);
  if (parsed.ok) return [];
  return parsed.error.map(({ field, refusal, clause }) => `${clause} ${field}: ${refusal.type}`);
}

describe('an application of an authority (R-F1)', () => {
  it('[R-5] [R-6] gives what the form says, normalised, with the accreditation’s number and dates', () => {
    const parsed = parseAuthorityApplication(aDraft({ headName: '  Жұмабекұлы   Ерлан ' }), today);
    expect(parsed).toEqual({ ok: true, value: anAuthorityContent() });
  });

  it('has all its faults named at once', () => {
    expect(fieldsOf(emptyAuthorityDraft())).toEqual([
      'R-5 scheme: Empty',
      'R-5 region: Empty',
      'R-5 city: Empty',
      'R-5 organisationName: Empty',
      'R-5 organisationShortName: Empty',
      'R-5 authorityName: Empty',
      'R-5 authorityShortName: Empty',
      expect.stringMatching(/^R-5 email: /),
      'R-5 usageAreas.0: Empty',
      'R-5 validityYears: TermOutOfRange',
      'R-5 headName: Empty',
      'R-6 accreditationNumber: Empty',
      'R-6 accreditationIssuer: Empty',
      'R-6 accreditationDate: Empty',
      'R-6 accreditationValidUntil: Empty',
    ]);
  });

  it('cuts no name: 64 letters fit into a certificate, 65 are refused, in the full name 300 are let', () => {
    const long = 'А'.repeat(65);
    expect(fieldsOf(aDraft({ authorityShortName: long, organisationShortName: long }))).toEqual([
      'R-5 organisationShortName: TooLong',
      'R-5 authorityShortName: TooLong',
    ]);
    expect(fieldsOf(aDraft({ authorityShortName: 'А'.repeat(64), authorityName: 'А'.repeat(300) }))).toEqual(
      [],
    );
  });

  it.each(['0', '31', '-1', '1.5', 'он', '1e1', ''])('refuses a term of “%s” years', (validityYears) => {
    expect(fieldsOf(aDraft({ validityYears }))).toEqual(['R-5 validityYears: TermOutOfRange']);
  });

  it.each(['1', '30', ' 15 '])('takes a term of “%s” years', (validityYears) => {
    expect(fieldsOf(aDraft({ validityYears }))).toEqual([]);
  });

  it('[R-6] an accreditation issued tomorrow, or ended before it was issued, is a slip of typing', () => {
    expect(fieldsOf(aDraft({ accreditationDate: '27.11.2026' }))).toEqual([
      'R-6 accreditationDate: DateInFuture',
    ]);
    expect(fieldsOf(aDraft({ accreditationValidUntil: '31.01.2026' }))).toEqual([
      'R-6 accreditationValidUntil: EndsBeforeIssue',
    ]);
    expect(fieldsOf(aDraft({ accreditationValidUntil: '31.02.2029' }))).toEqual([
      'R-6 accreditationValidUntil: NoSuchDay',
    ]);
  });

  it('[R-10.1] is registered without the accreditation certificate too: it has to be refused with a notice', () => {
    const parsed = parseAuthorityApplication(aDraft({ accreditationPresented: false }), today);
    expect(parsed.ok && parsed.value.documents).toEqual([]);
  });

  it('[I02] [A17] hostile text is named at its field, and markup is text like any other', () => {
    expect(fieldsOf(aDraft({ city: 'Аст\u0000ана', headName: 'Ер\u202eлан' }))).toEqual([
      'R-5 city: ControlCharacter',
      'R-5 headName: BidiControl',
    ]);
    expect(fieldsOf(aDraft({ authorityName: '<img src=x onerror=alert(1)>' }))).toEqual([]);
  });
});

describe('what the application itself shows', () => {
  const rulesOf = (change: Parameters<typeof anAuthorityContent>[0], end = far) =>
    examineApplication(
      { content: anAuthorityContent(change), receivedAt: now },
      { rules: rulesByKind.R, now, issuerNotAfter: end },
    ).map(({ ruleId, severity }) => `${ruleId}: ${severity}`);

  it('[R-6] [R-10.1] nothing while the accreditation is in force; a missing one blocks', () => {
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({ documents: [] })).toEqual(['accreditation-presented: must']);
  });

  it('[R-11.3] an accreditation is in force on its last day and over on the next', () => {
    const until = (validUntil: string) => ({
      documents: [
        {
          kind: 'accreditation-certificate' as const,
          number: '12',
          date: '2024-02-01' as CalendarDate,
          issuer: 'БАМ',
          validUntil: validUntil as CalendarDate,
        },
      ],
    });
    expect(rulesOf(until('2026-11-26'))).toEqual([]);
    expect(rulesOf(until('2026-11-25'))).toEqual(['accreditation-in-force: must']);
  });

  it('[R-10] a term beyond the Root’s own end is no ground of refusal: it is said and the certificate ends with the Root', () => {
    expect(rulesOf({ validityYears: 20 }, '2040-01-01T00:00:00Z' as Instant)).toEqual([
      'term-within-root: notice',
    ]);
  });
});
