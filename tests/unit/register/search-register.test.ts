import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/base/instant.ts';
import { kazakhSortKey } from '#domain/base/alphabets.ts';
import type { PersonSubject, RegisterEntry } from '#domain/register/register-entry.ts';
import {
  type RegisterOrder,
  type RegisterQuestion,
  indexRegister,
  registerPage,
  searchRegister,
} from '#domain/register/search-register.ts';
import { inHashings } from '#tests/support/in-hashings.ts';

const now = '2026-11-23T04:00:00Z' as Instant;
const newestFirst: RegisterOrder = { by: 'number', descending: true };

type Change = Partial<Omit<RegisterEntry, 'subject'>> & {
  readonly name?: string;
  readonly subject?: Partial<PersonSubject>;
};

function anEntry(number: number, change: Change = {}): RegisterEntry {
  const { name = 'Әлімжанова Ғайша Құрманғазықызы', subject = {}, ...rest } = change;
  const [surname = '', givenName = '', patronymic = ''] = name.split(' ');
  return {
    id: `01${String(number).padStart(6, '0')}${'ab12cd34'.repeat(4)}`,
    salt: '',
    number,
    generation: 1,
    applicationId: `a${number}`,
    applicationNumber: `2026-${String(number).padStart(6, '0')}`,
    issuedAt: '2026-11-01T04:00:00Z' as Instant,
    issuedBy: 'o1',
    notBefore: '2026-11-01T04:00:00Z' as Instant,
    notAfter: '2027-11-01T03:59:59Z' as Instant,
    subject: {
      commonName: `${surname} ${givenName}`,
      surname,
      givenName,
      patronymic,
      iin: '920308400012',
      region: 'Астана',
      city: 'Астана',
      email: 'a@example.kz',
      ...subject,
    },
    purpose: 'signing',
    suite: 'ecdsa-p256',
    subjectKey: 'ECDSA P-256',
    keyIdentifierHex: '',
    fingerprintSha256Hex: '',
    folded: '',
    sortKey: kazakhSortKey(name),
    ...rest,
  };
}

function numbersOf(entries: readonly RegisterEntry[], question: Partial<RegisterQuestion>): number[] {
  const answer = searchRegister(indexRegister(entries), { text: '', ...question }, newestFirst, now);
  return answer.found.map(({ number }) => number);
}

const legal = {
  iin: '850101300015',
  bin: '101040000012',
  organisation: '«Көкжиек» ЖШС',
  email: 'ilias@office.kz',
};

describe('searching the register', () => {
  const register = [
    anEntry(1),
    anEntry(2, { name: 'Ибраев Ілияс Ерікұлы', subject: legal }),
    anEntry(3, { name: 'Әлімбек Жанар Маратқызы', purpose: 'authentication' }),
    anEntry(1234, { name: 'Оспанов Дәулет Серікұлы' }),
    anEntry(8, { name: 'Тілеулі Асан Болатұлы', id: '0149261032810a0b0c0d01020304050607080910' }),
  ];

  it.each([
    ['әлім', [3, 1]],
    ['ӘЛІМЖАНОВА', [1]],
    ['Алимжанова', [1]],
    ['гайша', [1]],
    ['Alimzhanova Gaisha', [1]],
    ['Älimjanova', [1]],
    ['Kurmangazy', [1]],
    ['жанова', [1]],
    ['Dauletov', []],
    ['iliyas@mail.kz', []],
    ['ilias@office', [2]],
    ['ғайша әлім', [1]],
    ['илияс', [2]],
    ['Iliyas Ibraev', [2]],
    ['iлияс', [2]], // Latin i
    ['ілияс', [2]],
    ['лияс', [2]],
    ['ас', [8]],
    ['көкжиек', [2]],
    ['жшс көк', [2]],
    ['850101300015', [2]],
    ['101040000012', [2]],
    ['8501', [2]],
    ['3', [3]],
    ['№ 1234', [1234]],
    ['2026-000003', [3]],
    ['0100 0002 ab12', [2]],
    ['01000002AB12CD34', [2]],
    // A beginning of digits alone is a serial number's as well as it is an IIN.
    ['0149 2610 3281', [8]],
    ['«', []],
  ])('finds by «%s»', (text, numbers) => {
    expect(numbersOf(register, { text })).toEqual(numbers);
  });

  it('tells states, purposes and kinds apart, and says how many stand in other states', () => {
    const revocation = { caseId: 'c', ground: 'owners-wish', date: '2026-11-20T00:00:00Z' as Instant };
    const all = [
      ...register,
      anEntry(5, { revocation }),
      anEntry(6, { notAfter: '2026-11-20T00:00:00Z' as Instant }),
      anEntry(7, { notAfter: '2026-12-10T00:00:00Z' as Instant }),
    ];
    expect(numbersOf(all, { status: 'revoked' })).toEqual([5]);
    expect(numbersOf(all, { status: 'expired' })).toEqual([6]);
    expect(numbersOf(all, { purpose: 'authentication' })).toEqual([3]);
    expect(numbersOf(all, { kind: 'legal-entity' })).toEqual([2]);
    expect(numbersOf(all, { expiringWithinDays: 30 })).toEqual([7]);
    const inForce = searchRegister(
      indexRegister(all),
      { text: 'әлімжанова', status: 'in-force' },
      newestFirst,
      now,
    );
    expect(inForce.found.map(({ number }) => number)).toEqual([7, 1]);
    expect(inForce.inOtherStates).toBe(2);
    const over = new Map([[1, '2020-01-01T00:00:00Z' as never]]);
    const afterChain = searchRegister(
      indexRegister(all),
      { text: '', status: 'in-force' },
      newestFirst,
      now,
      over,
    );
    expect(afterChain.found).toEqual([]);
    const another = new Map([[2, '2020-01-01T00:00:00Z' as never]]);
    const ofOther = searchRegister(
      indexRegister(all),
      { text: '', status: 'in-force' },
      newestFirst,
      now,
      another,
    );
    expect(ofOther.found).not.toEqual([]);
  });

  it('puts names in the order of the Kazakh alphabet', () => {
    const order: RegisterOrder = { by: 'name', descending: false };
    const { found } = searchRegister(indexRegister(register), { text: '' }, order, now);
    expect(found.map(({ number }) => number)).toEqual([3, 1, 2, 1234, 8]);
  });

  it('gives pages that hold every entry once, in order, whatever the order is', () => {
    const orders = fc.record({
      by: fc.constantFrom('number', 'name', 'issued', 'ends'),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 130 }),
        fc.integer({ min: 1, max: 60 }),
        orders,
        (count, length, order) => {
          const names = ['Әлімбек Жанар А', 'Ибраев Ілияс Б', 'Оспанов Дәулет В'];
          const entries = Array.from({ length: count }, (_, i) =>
            anEntry(i + 1, { name: names[i % 3] ?? '' }),
          );
          const { found } = searchRegister(indexRegister(entries), { text: '' }, order, now);
          const walked: RegisterEntry[] = [];
          for (;;) {
            const page = registerPage(found, order, walked.at(-1), length);
            if (page.length === 0) break;
            walked.push(...page);
          }
          expect(walked).toEqual(found);
          expect(found).toHaveLength(count);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('answers over 10,000 entries within 100 ms', () => {
    const entries = Array.from({ length: 10_000 }, (_, i) =>
      anEntry(i + 1, { name: `Әлімжанов${i} Ілияс Серікұлы` }),
    );
    const index = indexRegister(entries);
    const search = () =>
      searchRegister(index, { text: 'әлімжанов77 iлияс', status: 'in-force' }, newestFirst, now);
    expect(inHashings(search)).toBeLessThan(1.5);
    expect(search().found).toHaveLength(111);
  });
});

describe('what went to the archive', () => {
  const archived = { package: '000001', at: '2026-11-01T04:00:00Z' as Instant };
  const notAfter = '2020-11-01T03:59:59Z' as Instant;
  const entries = [anEntry(1, { notAfter, archived }), anEntry(2, { notAfter }), anEntry(3)];

  it('[N-13] is found among all the others, and alone under its own filter', () => {
    expect(numbersOf(entries, {})).toEqual([3, 2, 1]);
    expect(numbersOf(entries, { archived: true })).toEqual([1]);
    expect(numbersOf(entries, { archived: true, text: 'нет такого' })).toEqual([]);
  });

  it('[N-13] counts as decided: it is in none of the lists of what is in force', () => {
    expect(numbersOf(entries, { status: 'in-force' })).toEqual([3]);
    expect(numbersOf(entries, { status: 'expired' })).toEqual([2, 1]);
  });
});
