import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { indexedDbStore } from '#adapters/indexeddb/indexeddb-store.ts';
import { memoryStore } from '#adapters/memory/memory-store.ts';
import { ok } from '#domain/base/result.ts';
import { dropDraft, keepDraft } from '#operations/application/draft.ts';
import { transact } from '#operations/transact.ts';
import { anOffice, taken } from '#tests/support/office-at-work.ts';

const draft = { id: 'new', kind: 'N-F1', fields: { surname: 'Әбілқасымов' } };

describe.each([
  ['in memory', () => Promise.resolve(memoryStore())],
  ['in IndexedDB', () => indexedDbStore({ name: `draft-${String(Math.floor(performance.now() * 1000))}` })],
] as const)('a draft %s', (_, fresh) => {
  it('is kept with the time of its last letter, and dropped', async () => {
    const { desk } = anOffice(await fresh());
    taken(await keepDraft(desk, draft));
    const kept = await (await desk.store.read()).get('draft', 'new');
    expect(kept).toEqual({ ...draft, updatedAt: desk.clock.now() });
    taken(await dropDraft(desk, 'new'));
    expect(await (await desk.store.read()).get('draft', 'new')).toBeUndefined();
    desk.store.close();
  });

  it('leaves the version of the register alone, and nobody who follows commits hears of it', async () => {
    const { desk } = anOffice(await fresh());
    let heard = 0;
    desk.store.subscribe(() => {
      heard += 1;
    });
    const before = await desk.store.read();
    for (const surname of ['Ә', 'Әб', 'Әбі']) taken(await keepDraft(desk, { ...draft, fields: { surname } }));
    taken(await dropDraft(desk, 'new'));
    const after = await desk.store.read();
    expect([after.version, after.head, heard]).toEqual([before.version, before.head, 0]);
    expect(await desk.store.state()).toEqual({ type: 'empty' });
    desk.store.close();
  });

  it('that is kept while an act is planned does not make it planned again', async () => {
    const { desk } = anOffice(await fresh());
    let plans = 0;
    const done = await transact(desk, async () => {
      plans += 1;
      taken(await keepDraft(desk, draft));
      return ok({ acts: [{ act: 'clock-confirmed' as const, subjects: ['x'] }], answer: null });
    });
    taken(done);
    expect(plans).toBe(1);
    expect((await desk.store.read()).head?.seq).toBe(1);
    desk.store.close();
  });

  it('goes with the act that hands it in', async () => {
    const { desk } = anOffice(await fresh());
    taken(await keepDraft(desk, draft));
    taken(
      await transact(desk, () =>
        Promise.resolve(
          ok({ acts: [], unauditedRemovals: [{ collection: 'draft' as const, id: 'new' }], answer: null }),
        ),
      ),
    );
    const after = await desk.store.read();
    expect([after.version, await after.get('draft', 'new')]).toEqual([1, undefined]);
    desk.store.close();
  });

  it('is written by the tab that writes, and by no other', async () => {
    const { desk } = anOffice(await fresh());
    const reader = { ...desk, isWriter: () => false };
    expect(await keepDraft(reader, draft)).toEqual({ ok: false, error: { type: 'NotTheWriter' } });
    expect(await dropDraft(reader, 'new')).toEqual({ ok: false, error: { type: 'NotTheWriter' } });
    expect(await (await desk.store.read()).count('draft')).toBe(0);
    desk.store.close();
  });
});

describe('a draft beside a lost register', () => {
  it('is not written before the restore', async () => {
    const store = memoryStore();
    const { desk } = anOffice({
      ...store,
      state: () => Promise.resolve({ type: 'present', head: 'rollback' }),
    });
    expect(await keepDraft(desk, draft)).toEqual({ ok: false, error: { type: 'RegisterRolledBack' } });
    expect(await dropDraft(desk, 'new')).toEqual({ ok: false, error: { type: 'RegisterRolledBack' } });
  });

  it('says when the disk is full', async () => {
    const full = () => Promise.resolve({ type: 'no-room' as const });
    const { desk } = anOffice({ ...memoryStore(), putDraft: full, removeDraft: full });
    expect(await keepDraft(desk, draft)).toEqual({ ok: false, error: { type: 'NoRoom' } });
    expect(await dropDraft(desk, 'new')).toEqual({ ok: false, error: { type: 'NoRoom' } });
  });
});
