import { describe, expect, it } from 'vitest';
import { type ApplicationDraft, emptyDraft, filledUp } from '#domain/application/application-draft.ts';
import { judgeTable } from '#domain/application/application-table.ts';
import { parseHandedIn } from '#domain/application/handed-in.ts';
import { emptyLetterDraft, filledUpLetter } from '#domain/application/letter-draft.ts';
import { parseApplication } from '#domain/application/parse-application.ts';
import { requiredDocuments } from '#domain/application/required-documents.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';

const today = '2026-11-23' as CalendarDate;
const documents = requiredDocuments(rulesByKind.N, 'N-F2');

function aDraft(validUntil: string, change: Partial<ApplicationDraft> = {}): ApplicationDraft {
  return {
    ...emptyDraft('N-F2', []),
    iin: '850101300015',
    surname: 'Әбілқасымов',
    givenName: 'Нұрлан',
    bin: '101040000012',
    organisationName: '«Алтын дала» ЖШС',
    organisationShortName: '«Алтын дала» ЖШС',
    region: 'Алматы қаласы',
    city: 'Алматы',
    email: 'n@example.kz',
    phone: '+77012345678',
    usageAreas: ['салық есептілігі'],
    signatureTool: 'ECDSA P-256',
    legalRole: '1',
    documents: documents.map(({ kind, hasTerm = false }) => ({
      kind,
      hasTerm,
      number: '7',
      date: '05.01.2026',
      issuer: 'Бірінші басшы',
      validUntil: kind === 'power-of-attorney' ? validUntil : '',
      attachmentId: '',
    })),
    ...change,
  };
}

const handedIn = (draft: ApplicationDraft) =>
  parseHandedIn(draft, today, 'N-5.1', (arrivedOn) => parseApplication(draft, today, arrivedOn));

function faults(draft: ApplicationDraft): readonly string[] {
  const parsed = handedIn(draft);
  return parsed.ok
    ? []
    : parsed.error.map(({ field, clause, refusal }) => `${clause} ${field}: ${refusal.type}`);
}

describe('a power of attorney', () => {
  it('[N-4.2] has a last day, which stands in the application', () => {
    const parsed = handedIn(aDraft('31.12.2026'));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(parsed.value.content.documents.map(({ kind, validUntil }) => [kind, validUntil])).toEqual([
      ['identity-document', undefined],
      ['state-registration', undefined],
      ['power-of-attorney', '2026-12-31'],
    ]);
    expect(faults(aDraft(''))).toEqual(['N-4.2 documents.2.validUntil: Empty']);
    expect(faults(aDraft('жыл соңы'))).toEqual(['N-4.2 documents.2.validUntil: NotADate']);
    expect(faults(aDraft('04.01.2026'))).toEqual(['N-4.2 documents.2.validUntil: EndsBeforeIssue']);
  });

  it('[N-4.2] that ended before the application arrived is refused, whenever it is entered', () => {
    expect(faults(aDraft('22.11.2026'))).toEqual(['N-4.2 documents.2.validUntil: EndedBeforeArrival']);
    expect(faults(aDraft('22.11.2026', { arrivedOn: '22.11.2026' }))).toEqual([]);
    expect(faults(aDraft('22.11.2026', { arrivedOn: '24.11.2026' }))).toEqual([
      'N-5.1 arrivedOn: ArrivedAfterEntering',
      'N-4.2 documents.2.validUntil: EndedBeforeArrival',
    ]);
  });
});

describe('a table of applications', () => {
  const cells = {
    bin: '101040000012',
    organisationName: '«Алтын дала» ЖШС',
    organisationShortName: '«Алтын дала» ЖШС',
    iin: '850101300015',
    surname: 'Әбілқасымов',
    givenName: 'Нұрлан',
    region: 'Алматы қаласы',
    city: 'Алматы',
    email: 'n@example.kz',
    phone: '+77012345678',
    usageAreas: 'салық есептілігі',
    legalRole: '1',
    signatureTool: 'ECDSA P-256',
    identityNumber: '7',
    identityDate: '05.01.2026',
    identityIssuer: 'ІІМ',
    registrationNumber: '7',
    registrationDate: '05.01.2026',
    registrationIssuer: 'Әділет департаменті',
    attorneyNumber: '7',
    attorneyDate: '05.01.2026',
    attorneyIssuer: 'Бірінші басшы',
    attorneyValidUntil: '31.12.2026',
  };
  const verdict = (change: Partial<typeof cells> & { arrivedOn?: string; paperDate?: string }) =>
    judgeTable([{ line: 2, cells: { ...cells, ...change } }], () => documents, today)[0];

  it('[N-2.8] has the days of each, or none of them for today', () => {
    expect(verdict({})).toMatchObject({ type: 'sound', days: { arrivedOn: today, paperDate: today } });
    expect(verdict({ arrivedOn: '20.11.2026', paperDate: '18.11.2026' })).toMatchObject({
      type: 'sound',
      days: { arrivedOn: '2026-11-20', paperDate: '2026-11-18' },
    });
    expect(verdict({ paperDate: '24.11.2026' })).toMatchObject({
      type: 'faulty',
      findings: [{ field: 'paperDate', refusal: { type: 'PaperAfterArrival' } }],
    });
  });

  it('[N-4.2] [N-5.1] is judged by the day of the arrival', () => {
    expect(verdict({ attorneyValidUntil: '22.11.2026' })).toMatchObject({ type: 'faulty' });
    expect(verdict({ attorneyValidUntil: '22.11.2026', arrivedOn: '20.11.2026' })).toMatchObject({
      type: 'sound',
    });
    expect(verdict({ iin: '290101500014' })).toMatchObject({
      findings: [{ field: 'iin', refusal: { type: 'BornInFuture' } }],
    });
  });
});

describe('a draft that was kept before the form asked for as much', () => {
  const without = <T extends object>(draft: T, ...names: readonly string[]): T =>
    Object.fromEntries(Object.entries(draft).filter(([name]) => !names.includes(name))) as T;

  it('is filled up with what is new, and keeps what was typed', () => {
    const draft = aDraft('31.12.2026');
    const old = without(
      { ...draft, documents: draft.documents.map((document) => without(document, 'validUntil')) },
      'arrivedOn',
      'paperDate',
    );
    const filled = filledUp(old);
    expect(filled).toEqual({
      ...draft,
      documents: draft.documents.map((document) => ({ ...document, validUntil: '' })),
    });
    const letter = emptyLetterDraft();
    const oldLetter = without(
      { ...letter, bin: '1', persons: letter.persons.map((person) => without(person, 'paperDate')) },
      'arrivedOn',
      'isStateBody',
    );
    expect(filledUpLetter(oldLetter)).toEqual({ ...letter, bin: '1' });
  });
});
