// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { CarrierList } from '#ui/body/carrier-list.svelte.ts';
import { HandingOver } from '#ui/body/handing-over.svelte.ts';
import { Issuing, offeredCarrierPassphrase } from '#ui/body/issuing.svelte.ts';
import { LetterForm } from '#ui/body/letter-form.svelte.ts';
import { LetterList } from '#ui/body/letter-list.svelte.ts';
import { LetterRecord } from '#ui/body/letter-record.svelte.ts';
import { aLetterReceived, approvedPersons, setUpBodies } from '#tests/support/bodies-at-work.ts';
import { anOffice } from '#tests/support/office-at-work.ts';
import { type SessionAtWork, aGate, aSession } from '#tests/support/session-at-work.ts';

async function atBodies(): Promise<SessionAtWork> {
  const office = anOffice();
  await setUpBodies(office);
  return aSession(office);
}

describe('[G-8] blank carriers', () => {
  it('are entered line by line; lines typed while they are being entered stay', async () => {
    const { session, plant } = await atBodies();
    const list = new CarrierList(session);
    const gate = aGate();
    plant('bodies', (real) => async () => {
      const acts = await real();
      return {
        ...acts,
        enterCarriers: async (command) => {
          const done = await acts.enterCarriers(command);
          await gate.passed;
          return done;
        },
      };
    });
    list.lines = 'KZ-0001\nKZ-0002';
    expect(list.lineCount).toBe(2);
    const entered = list.enter();
    list.lines = 'KZ-0003';
    gate.open();
    await entered;
    expect([list.lines, list.errors]).toEqual(['KZ-0003', []]);
    await list.enter();
    await list.load();
    expect(list.lines).toBe('');
    expect(list.rows.map(({ carrier }) => carrier.serialNumber)).toEqual(['KZ-0001', 'KZ-0002', 'KZ-0003']);
    list.typed = '0002';
    expect(list.found).toHaveLength(1);
  });

  it('a carrier entered twice is refused in words, and the lines stay', async () => {
    const { session } = await atBodies();
    const list = new CarrierList(session);
    list.lines = 'KZ-0001';
    await list.enter();
    list.lines = 'KZ-0001';
    await list.enter();
    expect(list.action.error ?? list.errors[0]).toBeDefined();
    expect(list.lines).toBe('KZ-0001');
  });

  it('at a locked station wait; a fault leaves the button', async () => {
    const { session, unlock, plant } = await atBodies();
    const list = new CarrierList(session);
    list.lines = 'KZ-0001';
    await session.lock('officer');
    const entered = list.enter();
    await unlock();
    await entered;
    await list.load();
    expect(list.rows).toHaveLength(1);
    plant('bodies', () => () => Promise.reject(new RangeError('x')));
    list.lines = 'KZ-0002';
    await list.enter();
    expect([list.action.working, list.lines, session.faults.last?.code]).toEqual([
      false,
      'KZ-0002',
      'RangeError',
    ]);
  });
});

describe('[G-8] issuing and [G-9] [G-10] handing over', () => {
  it('a key is written onto a carrier, its passphrase shown once, and the carrier handed over', async () => {
    const { session, office } = await atBodies();
    const [person] = await approvedPersons(office);
    const list = new CarrierList(session);
    list.lines = 'KZ-0001';
    await list.enter();
    const issuing = new Issuing(session, null);
    await issuing.load();
    const [carrier] = issuing.blank;
    if (person === undefined || carrier === undefined) throw new Error('nothing to issue');
    expect(issuing.waiting.map(({ application }) => application.id)).toEqual([person.id]);
    const passphrase = offeredCarrierPassphrase();
    await issuing.issueAndWrite(person, carrier, passphrase);
    expect([issuing.action.error, issuing.written?.passphrase]).toEqual([undefined, passphrase]);
    expect(issuing.waiting).toEqual([]);

    const handing = new HandingOver(session, null);
    await handing.load();
    expect(handing.chosenOfBody).toHaveLength(1);
    await handing.record();
    expect(handing.findings.length).toBeGreaterThan(0);
    Object.assign(handing.draft, { way: 'courier', courierName: 'Ахметов Б.', receiptNumber: '7' });
    handing.touch();
    const recorded = handing.record();
    await recorded;
    expect([handing.action.error, handing.findings, handing.done]).toEqual([undefined, [], 1]);
    expect([handing.draft.way, handing.draft.courierName]).toEqual(['courier', '']);
    expect(handing.rows).toEqual([]);
  });

  it('a broken sealing leaves the queue and its buttons', async () => {
    const { session, office, plant } = await atBodies();
    const [person] = await approvedPersons(office);
    const list = new CarrierList(session);
    list.lines = 'KZ-0001';
    await list.enter();
    const issuing = new Issuing(session, null);
    await issuing.load();
    plant('bodies', (real) => async () => ({
      ...(await real()),
      sealCarrier: () => Promise.reject(new RangeError('x')),
    }));
    const [carrier] = issuing.blank;
    if (person === undefined || carrier === undefined) throw new Error('nothing to issue');
    await issuing.issueAndWrite(person, carrier, offeredCarrierPassphrase());
    expect([issuing.action.working, session.faults.last?.code]).toEqual([false, 'RangeError']);
    expect(issuing.awaiting.map(({ application }) => application.id)).toEqual([person.id]);
  });
});

describe('[G-4] [G-5] a letter', () => {
  it('is considered for everybody at once, at a locked station when it was opened', async () => {
    const { session, office, unlock } = await atBodies();
    const { letter } = await aLetterReceived(office, 2);
    const record = new LetterRecord(session);
    await record.load(letter.id);
    expect(record.open).toHaveLength(2);
    await session.lock('officer');
    const considered = record.consider();
    await unlock();
    await considered;
    await record.load(letter.id);
    expect([record.open.length, record.waitingForIssue]).toEqual([0, 2]);
    const list = new LetterList(session);
    await list.load();
    expect(list.found).toHaveLength(1);
  });

  it('while it is typed is kept, names everything that is wrong, and is put away', async () => {
    const { session } = await atBodies();
    const form = new LetterForm(session);
    await form.load();
    form.addPerson();
    expect(await form.submit()).toBeNull();
    expect(form.findings.length).toBeGreaterThan(3);
    const persons = form.draft.persons.length;
    await form.keeper.now();
    const again = new LetterForm(session);
    await again.load();
    expect(again.draft.persons).toHaveLength(persons);
    expect(await form.discard()).toBe(true);
    expect(form.action.error).toBeUndefined();
  });
});
