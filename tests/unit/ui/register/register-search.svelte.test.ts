// @vitest-environment page
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import type { RegisterEntry } from '#domain/register/register-entry.ts';
import type { Instant } from '#domain/base/instant.ts';
import { RegisterSearch, chainEndsOf, registerIndexOf } from '#ui/register/register-search.svelte.ts';
import {
  type OfficeAtWork,
  aLegalEntity,
  anIndividual,
  anOffice,
  issued,
  setUp,
} from '#tests/support/office-at-work.ts';
import { revoke } from '#tests/support/archive-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

/** A person's certificate, an organisation's, and one that is revoked. */
async function atRegister() {
  const office = anOffice();
  await setUp(office);
  const person = await issued(office);
  office.pass(60);
  const firm = await issued(
    office,
    aLegalEntity({
      iin: '900202400022',
      surname: 'Қасымова',
      givenName: 'Әйгерім',
      purpose: 'authentication',
    }),
  );
  office.pass(60);
  const revoked = await issued(office, anIndividual({ iin: '920308400012', surname: 'Серікова' }));
  await revoke(office, revoked);
  const desk = await aSession(office);
  const search = new RegisterSearch(desk.session, '');
  await search.load();
  return { ...desk, search, person, firm, revoked };
}

/** A register of so many entries, put there without keys: what is shown of them is no matter of signatures. */
async function aLongRegister(count: number): Promise<OfficeAtWork> {
  const small = anOffice();
  await setUp(small);
  const sample = await issued(small);
  const office = anOffice(memoryStore());
  const puts = Array.from({ length: count }, (_, at) => {
    const id = (at + 1).toString(16).padStart(40, '0');
    const record: RegisterEntry = { ...sample, id, number: at + 1, applicationId: id, keyIdentifierHex: id };
    return { collection: 'entry', record } as const;
  });
  await office.desk.store.replaceAll(puts);
  return office;
}

const idsOf = ({ rows }: RegisterSearch) => rows.map(({ id }) => id);

describe('the register as it is opened', () => {
  it('shows what is in force, newest first, and says how many more there are in other states', async () => {
    const { search, person, firm, revoked } = await atRegister();
    expect(idsOf(search)).toEqual([firm.id, person.id]);
    expect([search.total, search.answer.inOtherStates]).toEqual([3, 1]);
    expect(search.statusOf(person)).toBe('in-force');
    search.filter({ status: 'revoked' });
    expect(search.rows.map((entry) => [entry.id, search.statusOf(entry)])).toEqual([[revoked.id, 'revoked']]);
  });

  it('begins with what was typed elsewhere', async () => {
    const { session, firm } = await atRegister();
    const search = new RegisterSearch(session, 'алтын дала');
    await search.load();
    expect(idsOf(search)).toEqual([firm.id]);
  });

  it('of an empty register is empty, and loaded', async () => {
    const search = new RegisterSearch((await aSession()).session, '');
    expect([search.loaded, search.rows]).toEqual([false, []]);
    await search.load();
    expect([search.loaded, search.rows, search.total]).toEqual([true, [], 0]);
    expect(chainEndsOf(search.session).size).toBe(0);
  });
});

describe('the filters of the register', () => {
  it('each narrows the answer, and each is taken away by itself', async () => {
    const { search, person, firm, revoked } = await atRegister();
    search.filter({ status: 'revoked' });
    expect(idsOf(search)).toEqual([revoked.id]);
    search.filter({ status: 'in-force', kind: 'legal-entity', purpose: 'authentication' });
    expect(idsOf(search)).toEqual([firm.id]);
    search.filter({ ...search.filters, purpose: 'signing' });
    expect(idsOf(search)).toEqual([]);
    search.without('kind');
    expect([search.filters, idsOf(search)]).toEqual([
      { status: 'in-force', purpose: 'signing' },
      [person.id],
    ]);
    search.without('status');
    expect(idsOf(search)).toEqual([revoked.id, person.id]);
    search.filter({ archived: true });
    expect(idsOf(search)).toEqual([]);
  });

  it('what ends soon is asked by the day of the question', async () => {
    const { session, search, office, person } = await atRegister();
    search.filter({ expiring: true });
    expect(idsOf(search)).toEqual([]);
    const lateInTerm = new Date(Date.parse(person.notAfter) - 10 * 86_400_000);
    office.setClock(`${lateInTerm.toISOString().slice(0, 19)}Z` as Instant);
    const later = new RegisterSearch(session, '');
    await later.load();
    later.filter({ expiring: true });
    expect(idsOf(later)).toContain(person.id);
    office.pass(11 * 86_400);
    expect(later.statusOf(person)).toBe('expired');
  });

  it('by name, IIN, BIN, number and serial number', async () => {
    const { search, person, firm } = await atRegister();
    for (const [typed, id] of [
      ['нұрлан әбіл', person.id],
      ['8501 0130 0015', person.id],
      ['101040000012', firm.id],
      ['№ 2', firm.id],
      [firm.id.slice(0, 10), firm.id],
    ] as const) {
      search.ask(typed);
      expect(idsOf(search), typed).toEqual([id]);
    }
    search.ask('жоқ адам');
    expect(idsOf(search)).toEqual([]);
  });
});

describe('the order of the register', () => {
  it('a new head begins with what is asked for most, the same head again turns it round', async () => {
    const { search, person, firm } = await atRegister();
    search.sort('name');
    expect([search.order, idsOf(search)]).toEqual([
      { by: 'name', descending: false },
      // Ә stands before Қ, as in the Kazakh alphabet, and not where its code point is.
      [person.id, firm.id],
    ]);
    search.sort('name');
    expect(search.order).toEqual({ by: 'name', descending: true });
    search.sort('issued');
    expect([search.order.descending, idsOf(search)]).toEqual([true, [firm.id, person.id]]);
    search.sort('ends');
    expect(search.order).toEqual({ by: 'ends', descending: false });
  });
});

describe('a register longer than a page', () => {
  let office: OfficeAtWork;
  beforeAll(async () => {
    office = await aLongRegister(120);
  });

  it('is gone through page by page; a new question begins at its first', async () => {
    const search = new RegisterSearch((await aSession(office)).session, '');
    await search.load();
    expect([search.rows.length, search.rows.at(-1)?.number]).toEqual([50, 71]);
    search.pages += 1;
    expect([search.rows.length, search.rows.at(-1)?.number]).toEqual([100, 21]);
    search.pages += 1;
    expect(search.rows).toHaveLength(120);
    expect(new Set(idsOf(search)).size).toBe(120);
    search.ask('нұрлан');
    expect(search.rows).toHaveLength(50);
    search.pages += 1;
    search.sort('number');
    expect([search.rows.length, search.rows[0]?.number]).toEqual([50, 1]);
    search.pages += 1;
    search.filter({});
    expect(search.rows).toHaveLength(50);
  });

  it('is indexed once as long as nothing is committed, for all pages of the tab', async () => {
    const { session } = await aSession(office);
    const [first, second] = [await registerIndexOf(session), await registerIndexOf(session)];
    expect(second).toBe(first);
    session.changes += 1;
    expect(await registerIndexOf(session)).not.toBe(first);
  });
});
