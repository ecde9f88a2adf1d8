// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { recordSetUpFact } from '#operations/station/key-backup.ts';
import { Fault } from '#domain/base/fault.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { aSession, until } from '#tests/support/session-at-work.ts';

async function atDesk() {
  const office = anOffice();
  await setUp(office);
  return aSession(office);
}

describe('a page’s session', () => {
  it('knows the station, its officers, who is at the desk, and that this tab writes', async () => {
    const { session } = await atDesk();
    expect(session.start?.type).toBe('ready');
    expect(session.station?.kind).toBe('N');
    expect(session.officer?.name).toBe('Сейітова Айгүл');
    expect([session.unlocked, session.isWriter]).toEqual([true, true]);
  });

  it('hears of each commit, also another tab’s, until it is ended', async () => {
    const { session, office, close } = await atDesk();
    const before = session.changes;
    await recordSetUpFact(office.desk, { storageAnswer: 'kept' });
    expect(session.changes).toBeGreaterThan(before);
    close();
    const ended = session.changes;
    await recordSetUpFact(office.desk, { storageAnswer: 'not-kept' });
    expect(session.changes).toBe(ended);
  });

  it('is locked by the officer, and says why', async () => {
    const { session } = await atDesk();
    await session.lock('officer');
    expect([session.unlocked, session.lockReason, session.officer]).toEqual([false, 'officer', undefined]);
  });

  it('is not locked for idleness while certificates are being issued, and by the officer it is', async () => {
    const { session } = await atDesk();
    await session.tasks.run('issue', { href: '#/', total: 1 }, async () => {
      await session.lock('idle');
      expect(session.unlocked).toBe(true);
      await session.lock('officer');
      expect(session.unlocked).toBe(false);
    });
  });

  it('is locked when another tab takes the writing over', async () => {
    const { session, lock } = await atDesk();
    lock.stop();
    await until(() => !session.isWriter && !session.unlocked);
    expect(session.lockReason).toBe('writer-lost');
  });

  it('asks for the passphrase once for all who wait, and not at all when it is open', async () => {
    const { session, unlock } = await atDesk();
    expect(await session.unlock()).toBe(true);
    expect(session.unlockAsked).toBe(false);
    await session.lock('officer');
    const both = [session.unlock(), session.unlock()];
    expect(session.unlockAsked).toBe(true);
    await unlock();
    expect(await Promise.all(both)).toEqual([true, true]);
    await session.lock('officer');
    const givenUp = session.unlock();
    session.endUnlocking();
    expect(await givenUp).toBe(false);
  });

  it('[E12] has the register verified as soon as it is open and not before, once for all who wait', async () => {
    const { session, plant, unlock } = await atDesk();
    let verifications = 0;
    plant('registerFaults', () => () => {
      verifications += 1;
      return Promise.reject(new Fault('verification-worker'));
    });
    await session.unlock();
    expect(verifications).toBe(0);
    await session.lock('officer');
    const both = [session.unlock(), session.unlock()];
    expect(verifications).toBe(0);
    await unlock();
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(verifications).toBe(1);
    expect(session.faults.last).toBeUndefined();
  });

  it('of a tab whose register was closed for a newer version is outdated and locked', async () => {
    const { session, plant } = await atDesk();
    plant('lockStation', () => () => Promise.reject(new Fault('register-closed')));
    session.becomeOutdated();
    expect(session.outdated).toBe(true);
    expect(session.faults.last).toBeUndefined();
  });

  it('of a browser without a station is a first run, which ends with the station', async () => {
    const office = anOffice();
    const { session } = await aSession(office);
    expect([session.start?.type, session.isSetUp]).toEqual(['first-run', false]);
    await setUp(office);
    await until(() => session.start?.type === 'ready');
    expect(session.station).toBeDefined();
  });
});
