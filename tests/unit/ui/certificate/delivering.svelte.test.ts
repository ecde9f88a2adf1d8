// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { CertificateRecord } from '#ui/certificate/certificate-record.svelte.ts';
import { Delivering } from '#ui/certificate/delivering.svelte.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { anOffice } from '#tests/support/office-at-work.ts';
import { issuedTo, setUpRoot, unlockAgain } from '#tests/support/root-at-work.ts';
import { type SessionAtWork, aGate, aSession, until } from '#tests/support/session-at-work.ts';

const recipient = 'Жұмабекұлы Ерлан, жеке куәлік 012345678';

async function atRoot(): Promise<SessionAtWork & { readonly delivering: Delivering }> {
  const office = anOffice();
  await setUpRoot(office);
  const entry = await issuedTo(office);
  await unlockAgain(office);
  const desk = await aSession(office);
  const record = new CertificateRecord(desk.session);
  await record.load(entry.id);
  return { ...desk, delivering: new Delivering(record) };
}

describe('[R-8] handing a certificate over', () => {
  it('is written down, and the next way is offered with an empty line', async () => {
    const { delivering } = await atRoot();
    expect(delivering.way).toBe('medium');
    delivering.recipient = recipient;
    await delivering.deliver();
    await delivering.record.load(delivering.record.entry?.id ?? '');
    expect(delivering.record.deliveries.map((each) => [each.way, each.recipient])).toEqual([
      ['medium', recipient],
    ]);
    expect(delivering.way).toBe('paper');
    expect(delivering.recipient).toBe('');
  });

  it.each(['Оспанов Ерлан', recipient])(
    'the next recipient, typed while the act before is still being finished, stays: %s',
    async (next) => {
      const { delivering, plant } = await atRoot();
      const gate = aGate();
      // The page shows what was committed before the act has answered: a disk takes its time for the second copy.
      plant('recordDelivery', (real) => async (command) => {
        const done = await real(command);
        await gate.passed;
        return done;
      });
      delivering.recipient = recipient;
      const delivered = delivering.deliver();
      const { record } = delivering;
      await until(() => {
        void record.load(record.entry?.id ?? '');
        return record.deliveries.length === 1;
      });
      delivering.recipient = next;
      gate.open();
      await delivered;
      expect(delivering.recipient).toBe(next);
    },
  );

  it('to nobody is refused in words, and nothing is asked', async () => {
    const { delivering, session } = await atRoot();
    await session.lock('officer');
    await delivering.deliver();
    expect(delivering.action.error).toBe(words.t.refusals.RecipientMissing);
    expect(session.unlockAsked).toBe(false);
  });

  it('at a locked station waits for the passphrase and goes on; what was typed is there when it is not given', async () => {
    const { delivering, session, unlock } = await atRoot();
    await session.lock('after-act');
    delivering.recipient = recipient;
    const givenUp = delivering.deliver();
    session.endUnlocking();
    await givenUp;
    expect(delivering.recipient).toBe(recipient);
    const delivered = delivering.deliver();
    await unlock();
    await delivered;
    const { record } = delivering;
    await record.load(record.entry?.id ?? '');
    expect(record.deliveries).toHaveLength(1);
  });

  it('that breaks leaves the line and the button', async () => {
    const { delivering, session, plant, restore } = await atRoot();
    plant('recordDelivery', () => () => Promise.reject(new TypeError('x')));
    delivering.recipient = recipient;
    await delivering.deliver();
    expect([delivering.recipient, delivering.action.working]).toEqual([recipient, false]);
    expect(session.faults.last?.code).toBe('TypeError');
    restore();
    await delivering.deliver();
    expect(delivering.recipient).toBe('');
  });
});
