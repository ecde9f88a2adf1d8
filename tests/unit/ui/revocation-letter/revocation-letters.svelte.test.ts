// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { JournalView } from '#ui/revocation-letter/journal-view.svelte.ts';
import { RevocationLetterForm } from '#ui/revocation-letter/revocation-letter-form.svelte.ts';
import { RevocationLetterRecord } from '#ui/revocation-letter/revocation-letter-record.svelte.ts';
import { taken } from '#tests/support/office-at-work.ts';
import { letterFor, owners } from '#tests/support/revocation-letters-at-work.ts';
import { aSession } from '#tests/support/session-at-work.ts';

async function atBodies(count = 1) {
  const { office, entries } = await owners(count);
  return { ...(await aSession(office)), office, entries };
}

describe('[G-12.1] a body’s letter to revoke', () => {
  it('while it is typed is kept with its list, names what is wrong, and is put away', async () => {
    const { session, entries } = await atBodies();
    const form = new RevocationLetterForm(session);
    await form.load(entries[0]?.id ?? null);
    expect([form.ready, form.draft.persons.length, form.inForce.length]).toEqual([true, 1, 1]);
    form.numbers = '00ff';
    await form.addNumbers();
    expect([form.numbers, form.draft.persons.length]).toEqual(['', 2]);
    form.remove(1);
    expect(await form.submit()).toBeNull();
    expect(form.findings.length).toBeGreaterThan(0);
    await form.keeper.now();
    const again = new RevocationLetterForm(session);
    await again.load(null);
    expect(again.draft.persons).toHaveLength(1);
    expect(await again.discard()).toBe(true);
  });

  it('[G-14] [G-15] is carried out for everybody, at a locked station when it was opened, and the owners are told', async () => {
    const { session, office, entries, unlock } = await atBodies(2);
    const letter = taken(await letterFor(office, entries));
    const record = new RevocationLetterRecord(session);
    await record.load(letter.id);
    expect([record.open.length, record.untold.length]).toEqual([2, 0]);
    await session.lock('officer');
    const revoked = record.revokeAll();
    await unlock();
    await revoked;
    await record.load(letter.id);
    expect([record.open.length, record.untold.length, record.action.error]).toEqual([0, 2, undefined]);
    await record.notifyAll('e-mail');
    await record.load(letter.id);
    expect(record.untold).toEqual([]);

    const journals = new JournalView(session);
    await journals.load();
    expect([journals.issued.length, journals.revoked.length]).toEqual([2, 2]);
    journals.journal = 'G-F5';
    expect(journals.rows).toHaveLength(2);
    journals.year = '1999';
    expect(journals.rows).toEqual([]);
    expect(journals.years).toEqual(['2026']);
  });

  it('that breaks leaves the buttons', async () => {
    const { session, office, entries, plant } = await atBodies();
    const letter = taken(await letterFor(office, entries));
    const record = new RevocationLetterRecord(session);
    await record.load(letter.id);
    plant('bodies', () => () => Promise.reject(new RangeError('x')));
    await record.revokeAll();
    expect([record.action.working, session.faults.last?.code]).toEqual([false, 'RangeError']);
  });
});
