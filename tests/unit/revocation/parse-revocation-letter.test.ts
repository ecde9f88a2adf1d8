import { describe, expect, it } from 'vitest';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import type { CalendarDate } from '#domain/base/calendar-date.ts';
import type { Instant } from '#domain/base/instant.ts';
import { entryOwner, type RegisterEntry } from '#domain/register/register-entry.ts';
import { parseRevocationLetter } from '#domain/revocation/parse-revocation-letter.ts';
import { revocationKindsOf } from '#domain/revocation/parse-revocation.ts';
import {
  type RevocationLetterDraft,
  emptyRevocationLetterDraft,
  emptyRevokedPersonDraft,
} from '#domain/revocation/revocation-letter-draft.ts';
import { aPersonContent, stateBody } from '#tests/support/body-samples.ts';
import {
  aRevocationLetterDraft,
  aRevokedPersonDraft,
  bodies,
} from '#tests/support/revocation-letter-samples.ts';

const today = '2026-11-23' as CalendarDate;

function anEntry(n: number, change: Partial<RegisterEntry> = {}): RegisterEntry {
  return {
    id: `0a0${String(n)}`,
    issuedAt: '2026-03-02T05:00:00Z' as Instant,
    ...entryOwner(aPersonContent(n)),
    ...change,
  } as RegisterEntry;
}

const entry = anEntry(1);
const read = (draft: RevocationLetterDraft, entries: readonly RegisterEntry[] = [entry]) =>
  parseRevocationLetter(
    draft,
    { bodies, entries: new Map(entries.map((each) => [each.id, each])), rules: rulesByKind.G },
    today,
  );

function faults(...args: Parameters<typeof read>): readonly string[] {
  const parsed = read(...args);
  return parsed.ok ? [] : parsed.error.map((f) => `${f.clause} ${f.field}: ${f.refusal.type}`);
}

describe('a letter to revoke, as typed', () => {
  it('[G-12.1] [G-14] gives the body, its number and day, and for each person the certificate, the reason and the carrier', () => {
    const draft = aRevocationLetterDraft([
      aRevokedPersonDraft(entry, {
        serialNumber: ' 0A:01 ',
        ground: 'key-compromise',
        invalidityDate: '10.11.2026',
        carrier: 'not-returned',
        whyNotReturned: '  ұрланған ',
      }),
    ]);
    const parsed = read(draft);
    expect(parsed.ok && parsed.value.content).toEqual({
      form: 'G-F4',
      bodyNumber: '12-3/900',
      bodyDate: '2026-11-20',
      body: { bin: stateBody.bin, name: stateBody.name },
      headName: 'Ерлан Жұмабекұлы',
    });
    expect(parsed.ok && parsed.value.persons[0]).toMatchObject({
      content: {
        form: 'G-F4a',
        serialNumber: '0a01',
        issuedOn: '2026-03-02',
        position: 'бас маман',
        organisationName: stateBody.name,
      },
      ground: 'key-compromise',
      writtenOn: '2026-11-20',
      invalidityDate: '2026-11-09T19:00:00Z',
      carrier: { type: 'not-returned', reason: 'ұрланған' },
    });
  });

  it('has all its faults named at once', () => {
    expect(faults(emptyRevocationLetterDraft())).toEqual([
      'G-12.1 bin: ChoiceMissing',
      'G-12.1 bodyNumber: Empty',
      'G-12.1 bodyDate: Empty',
      'G-12.1 headName: Empty',
      'G-12.1 persons: Empty',
    ]);
    expect(faults(aRevocationLetterDraft([emptyRevokedPersonDraft()]))).toEqual([
      'G-12.1 persons.0.ground: ChoiceMissing',
      'G-12.1 persons.0.serialNumber: Empty',
      'G-12.1 persons.0.issuedOn: Empty',
      'G-12.1 persons.0.identityDocument: Empty',
      'G-12.1 persons.0.address: Empty',
      'G-12.1 persons.0.reason: Empty',
      'G-14 persons.0.carrier: ChoiceMissing',
    ]);
  });

  it.each([
    [{ serialNumber: 'xyz' }, 'G-12.1 persons.0.serialNumber: SerialNumberMalformed'],
    [{ serialNumber: '0a09' }, 'G-12.1 persons.0.serialNumber: CertificateUnknown'],
    [{ issuedOn: '24.11.2026' }, 'G-12.1 persons.0.issuedOn: DateInFuture'],
    [{ issuedOn: '31.02.2026' }, 'G-12.1 persons.0.issuedOn: NoSuchDay'],
    [{ carrier: 'not-returned' as const }, 'G-14 persons.0.whyNotReturned: Empty'],
    [{ ground: 'court-decision' as const }, 'G-12.1 persons.0.ground: ChoiceMissing'],
    [{ address: 'x'.repeat(301) }, 'G-12.1 persons.0.address: TooLong'],
  ])('%o: %s', (change, fault) => {
    expect(faults(aRevocationLetterDraft([aRevokedPersonDraft(entry, change)]))).toEqual([fault]);
  });

  it('a body may speak of its own persons only (G-2.7)', () => {
    const content = { ...aPersonContent(1), bin: '201040000012', organisationShortName: 'Басқа орган' };
    const other = anEntry(1, { ...entryOwner(content) });
    expect(faults(aRevocationLetterDraft([aRevokedPersonDraft(other)]), [other])).toEqual([
      'G-12.1 persons.0.serialNumber: OfOtherBody',
    ]);
    expect(faults(aRevocationLetterDraft([aRevokedPersonDraft(entry)], { bin: '201040000012' }))).toContain(
      'G-12.1 bin: BodyUnknown',
    );
  });

  it('one certificate stands once on the list, and one that is revoked already not at all', () => {
    const twice = [aRevokedPersonDraft(entry), aRevokedPersonDraft(entry)];
    expect(faults(aRevocationLetterDraft(twice))).toEqual([
      'G-12.1 persons.1.serialNumber: SameCertificateTwice',
    ]);
    const revocation = { caseId: 'c', ground: 'owners-wish', date: '2026-06-01T00:00:00Z' as Instant };
    const revoked = anEntry(1, { revocation });
    const draft = (ground: 'key-compromise' | 'affiliation-changed') =>
      aRevocationLetterDraft([aRevokedPersonDraft(revoked, { ground })]);
    expect(faults(draft('affiliation-changed'), [revoked])).toEqual([
      'G-12.1 persons.0.serialNumber: RevokedBefore',
    ]);
    // A compromise found later may still replace the reason.
    expect(faults(draft('key-compromise'), [revoked])).toEqual([]);
  });

  it('[G-12.1] [G-12.2] an application comes by letter; a case by itself rests on a court or on the office', () => {
    expect(revocationKindsOf(rulesByKind.G)).toEqual(['court', 'office']);
    expect(revocationKindsOf(rulesByKind.N)).toContain('application');
  });
});
