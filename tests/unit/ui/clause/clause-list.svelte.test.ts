// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { chapters } from '#domain/clause/chapters.ts';
import { clauses } from '#domain/clause/clauses.ts';
import { signCrl } from '#operations/crl/sign-crl.ts';
import { receiveRevocation } from '#operations/revocation/receive.ts';
import { ClauseList } from '#ui/clause/clause-list.svelte.ts';
import { setUpBodies } from '#tests/support/bodies-at-work.ts';
import { anIndividual, anOffice, issued, setUp, taken } from '#tests/support/office-at-work.ts';
import { setUpRoot } from '#tests/support/root-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';
import { applicationToRevoke } from '#tests/support/revocation-samples.ts';

async function atClauses(prepare: (office: ReturnType<typeof anOffice>) => Promise<unknown>) {
  const office = anOffice();
  await prepare(office);
  const { session } = await aSession(office);
  const list = new ClauseList(session);
  await list.load();
  const row = (id: string) =>
    list.chapters.flatMap(({ rows }) => rows).find(({ clause }) => clause.id === id);
  return { office, list, row };
}

describe('the clauses of a station', () => {
  it.each([
    ['N', setUp],
    ['R', setUpRoot],
    ['G', setUpBodies],
  ] as const)(
    'of kind %s are all of its annex and no other, each once, in the order’s chapters',
    async (kind, prepare) => {
      const { list } = await atClauses(prepare);
      const shown = list.chapters.flatMap(({ rows }) => rows.map(({ clause }) => clause.id));
      expect(shown).toEqual(clauses.map(({ id }) => id).filter((id) => id.startsWith(`${kind}-`)));
      expect(list.chapters.map(({ chapter }) => chapter.first)).toEqual(
        chapters[kind].map(({ first }) => first),
      );
      for (const { chapter, rows } of list.chapters) expect(rows[0]?.clause.id).toBe(chapter.first);
    },
  );

  it('without a station there are none', async () => {
    const { list } = await atClauses(() => Promise.resolve());
    expect([list.chapters, list.late]).toEqual([[], 0]);
  });

  it('count the acts that they governed, and again after a commit', async () => {
    const { office, list, row } = await atClauses(async (each) => {
      await setUp(each);
      await issued(each);
    });
    const before = row('N-5.1')?.governed?.count;
    expect([before, row('N-5.1')?.governed?.late]).toEqual([1, 0]);
    await issued(office, anIndividual({ iin: '900202400022' }));
    await list.load();
    expect(row('N-5.1')?.governed?.count).toBe(2);
  });

  it('[N-9] a revocation that is not decided in its time is late, and the clause is counted once', async () => {
    const { office, list, row } = await atClauses(async (each) => {
      await setUp(each);
      taken(await signCrl(each.desk));
      const entry = await issued(each);
      taken(
        await receiveRevocation(each.desk, {
          serialNumber: entry.id,
          ground: 'key-compromise',
          source: applicationToRevoke(entry),
        }),
      );
    });
    expect([list.late, row('N-9')?.governed]).toEqual([0, { count: 1, late: 0 }]);
    office.pass(30 * 86_400);
    await list.load();
    expect(row('N-9')?.governed).toEqual({ count: 1, late: 1 });
    expect(list.late).toBeGreaterThan(0);
    const late = list.chapters
      .flatMap(({ rows }) => rows)
      .filter(({ governed }) => (governed?.late ?? 0) > 0);
    expect(list.late).toBe(late.length);
  });

  it('name the rules of the examination that cite them, and none where there are none', async () => {
    const { list } = await atClauses(setUp);
    const rows = list.chapters.flatMap((chapter) => chapter.rows);
    expect(rows.some(({ ruleIds }) => ruleIds.length > 0)).toBe(true);
    expect(rows.some(({ ruleIds }) => ruleIds.length === 0)).toBe(true);
    for (const { implementation } of rows) expect(implementation).toBeDefined();
  });
});
