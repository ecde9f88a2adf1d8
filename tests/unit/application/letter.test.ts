import { describe, expect, it } from 'vitest';
import { certificateSubject } from '#domain/application/certificate-subject.ts';
import { letterKey } from '#domain/application/letter.ts';
import { emptyLetterDraft, emptyPersonDraft } from '#domain/application/letter-draft.ts';
import { parseLetter } from '#domain/application/parse-letter.ts';
import { rulesByKind } from '#domain/authority/order-348/rules.ts';
import { certificatePlan } from '#domain/certificate/certificate-plan.ts';
import { entryOwner } from '#domain/register/register-entry.ts';
import type { Instant } from '#domain/base/instant.ts';
import {
  aLetterDraft,
  aParsedLetter,
  aPersonContent,
  aPersonDraft,
  letterDay,
  stateBody,
} from '#tests/support/body-samples.ts';

const areas = rulesByKind.G.defaultUsageAreas;

function faults(draft: Parameters<typeof parseLetter>[0]): readonly string[] {
  const parsed = parseLetter(draft, areas, letterDay);
  return parsed.ok ? [] : parsed.error.map((f) => `${f.clause} ${f.field}: ${f.refusal.type}`);
}

describe('a letter of a state body (G-F1)', () => {
  it('[G-2.7] [G-3] [G-4] gives the body, its number and day, who signed by what document, and each person', () => {
    const { content, persons } = aParsedLetter({ headName: '  Ерлан   Жұмабекұлы ' });
    expect(content).toEqual({
      form: 'G-F1',
      bodyNumber: '12-3/456',
      bodyDate: '2026-11-20',
      body: stateBody,
      signatory: {
        name: 'Ерлан Жұмабекұлы',
        document: { kind: 'identity-document', number: '045678901', date: '2021-02-01', issuer: 'ІІМ' },
      },
    });
    expect(persons).toHaveLength(1);
    expect(persons[0]).toMatchObject({
      form: 'G-F1a',
      position: 'бас маман',
      bin: stateBody.bin,
      organisationShortName: stateBody.shortName,
      region: stateBody.region,
      documents: [{ kind: 'identity-document', number: '40000000', date: '2020-05-05', issuer: 'ІІМ' }],
    });
  });

  it('[G-2.1] every person has the unified system of document circulation first, then what is asked beside it', () => {
    const persons = [aPersonDraft(0, { furtherUsageAreas: ['', ' қаржы есептілігі '] })];
    expect(aParsedLetter({ persons }).persons[0]?.usageAreas).toEqual([...areas, 'қаржы есептілігі']);
  });

  it('has all its faults named at once, those of the letter and those of each person', () => {
    expect(faults(emptyLetterDraft())).toEqual([
      'G-3 bodyNumber: Empty',
      'G-3 bodyDate: Empty',
      expect.stringMatching(/^G-2\.7 bin: /u),
      'G-3 name: Empty',
      'G-3 shortName: Empty',
      'G-3 region: Empty',
      'G-3 city: Empty',
      expect.stringMatching(/^G-3 email: /u),
      'G-3 headName: Empty',
      'G-4 document.number: Empty',
      'G-4 document.date: Empty',
      'G-4 document.issuer: Empty',
      'G-2.7 isStateBody: StateBodyUnconfirmed',
      expect.stringMatching(/^G-3 persons\.0\.iin: /u),
      'G-3 persons.0.surname: Empty',
      'G-3 persons.0.givenName: Empty',
      'G-3 persons.0.position: Empty',
      'G-3 persons.0.documentNumber: Empty',
      'G-3 persons.0.documentDate: Empty',
      'G-3 persons.0.documentIssuer: Empty',
      expect.stringMatching(/^G-3 persons\.0\.email: /u),
    ]);
  });

  it('without a person is no application', () => {
    expect(faults(aLetterDraft({ persons: [] }))).toEqual(['G-3 persons: Empty']);
  });

  it.each([
    ['a sole proprietorship', '101060000008'],
    ['a farm', '160763000205'],
    ['a number with a wrong control digit', '101040000019'],
  ])('[G-2.7] of %s is refused: only a state body applies', (_, bin) => {
    expect(faults(aLetterDraft({ bin }))).toEqual([expect.stringMatching(/^G-2\.7 bin: /u)]);
  });

  it('[G-2.7] of a territorial unit is taken', () => {
    expect(faults(aLetterDraft({ bin: '120641000010' }))).toEqual([]);
  });

  it('a day that is still to come, and a short name of 65 letters, are refused', () => {
    expect(faults(aLetterDraft({ bodyDate: '24.11.2026', shortName: 'Қ'.repeat(65) }))).toEqual([
      'G-3 bodyDate: DateInFuture',
      'G-3 shortName: TooLong',
    ]);
  });

  it('[G-11] the same person twice on one list is named with the first line', () => {
    const persons = [aPersonDraft(1), aPersonDraft(2), aPersonDraft(1)];
    const parsed = parseLetter(aLetterDraft({ persons }), areas, letterDay);
    expect(parsed).toEqual({
      ok: false,
      error: [{ field: 'persons.2.iin', clause: 'G-3', refusal: { type: 'SamePersonTwice', first: 1 } }],
    });
  });

  it('a person without a patronymic, elsewhere than the body, is taken as written', () => {
    const persons = [aPersonDraft(0, { patronymic: '', region: 'Атырау облысы', city: 'Атырау' })];
    const [person] = aParsedLetter({ persons }).persons;
    expect(person).toMatchObject({ region: 'Атырау облысы', city: 'Атырау' });
    expect(person).not.toHaveProperty('patronymic');
  });

  it('an empty line of the list is refused in every field that the form asks for', () => {
    const fields = faults(aLetterDraft({ persons: [emptyPersonDraft()] })).map((f) => f.split(' ')[1]);
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields.length).toBeGreaterThanOrEqual(8);
  });
});

describe('the same letter a second time', () => {
  it('is known by form, body, day and number, however the number is typed', () => {
    const key = letterKey(aParsedLetter().content);
    expect(letterKey(aParsedLetter({ bodyNumber: ' 12-3 / 456 ' }).content)).toBe(key);
    expect(letterKey({ ...aParsedLetter().content, form: 'G-F4' })).not.toBe(key);
    expect(letterKey(aParsedLetter({ bodyNumber: '12-3/457' }).content)).not.toBe(key);
    expect(letterKey(aParsedLetter({ bodyDate: '19.11.2026' }).content)).not.toBe(key);
  });
});

describe('what a person of a body gets', () => {
  const content = aPersonContent(0);

  it('[G-2.8] [G-7] the subject of the eight attributes, with the body in O and OU, and no place for the position', () => {
    expect(certificateSubject(content).map(({ label, value }) => `${label}=${value}`)).toEqual([
      'C=KZ',
      `ST=${stateBody.region}`,
      `L=${stateBody.city}`,
      `O=${stateBody.shortName}`,
      `OU=BIN${stateBody.bin}`,
      `CN=${content.surname} ${content.givenName}`,
      `SERIALNUMBER=IIN${content.iin}`,
      `E=${content.email}`,
    ]);
  });

  it('[G-3] a certificate for signing, of the term that the rules set', () => {
    const now = '2026-11-23T04:00:00Z' as Instant;
    const plan = certificatePlan(content, rulesByKind.G, now, '2036-11-23T04:00:00Z' as Instant);
    expect(plan.settings.profile).toBe('signing');
    expect(plan.subject).toMatchObject({ kind: 'legal-entity', role: 5 });
    expect(plan.notAfter).toBe('2027-11-23T03:59:59Z');
  });

  it('[G-2.8] the register knows the owner by person, body and position', () => {
    expect(entryOwner(content)).toMatchObject({
      subject: {
        iin: content.iin,
        bin: stateBody.bin,
        organisation: stateBody.shortName,
        position: 'бас маман',
      },
      purpose: 'signing',
      legalRole: 5,
    });
  });
});
