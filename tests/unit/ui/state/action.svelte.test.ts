// @vitest-environment page
import { describe, expect, expectTypeOf, it } from 'vitest';
import { Fault } from '#domain/base/fault.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { words } from '#ui/i18n/language.svelte.ts';
import { type WordedRefusal, refusalText } from '#ui/i18n/refusal-text.ts';
import { Action } from '#ui/state/action.svelte.ts';
import { anOffice, setUp } from '#tests/support/office-at-work.ts';
import { type SessionAtWork, aGate, aSession, until } from '#tests/support/session-at-work.ts';

async function atDesk(): Promise<SessionAtWork> {
  const office = anOffice();
  await setUp(office);
  return aSession(office);
}

describe('an act', () => {
  it('is performed once however often the button is pressed', async () => {
    const { session } = await atDesk();
    const action = new Action(session);
    const gate = aGate();
    let performed = 0;
    const act = async (): Promise<Result<number, never>> => {
      performed += 1;
      await gate.passed;
      return ok(performed);
    };
    const both = [action.perform(act), action.perform(act)];
    expect(action.working).toBe(true);
    gate.open();
    expect(await Promise.all(both)).toEqual([ok(1), err(null)]);
    expect(performed).toBe(1);
    expect(action.working).toBe(false);
  });

  it('of a locked station waits for the passphrase, and goes on by itself', async () => {
    const { session, unlock } = await atDesk();
    await session.lock('officer');
    const action = new Action(session);
    const done = action.perform(() => session.office.acts.confirmClock());
    expect(session.unlockAsked).toBe(true);
    expect(action.working).toBe(true);
    await unlock();
    expect((await done).ok).toBe(true);
    expect(session.unlockAsked).toBe(false);
  });

  it('is given up when the passphrase is not given, and nothing was done', async () => {
    const { session } = await atDesk();
    await session.lock('officer');
    const action = new Action(session);
    let performed = 0;
    const done = action.perform(() => {
      performed += 1;
      return Promise.resolve(ok(null));
    });
    session.endUnlocking();
    expect(await done).toEqual(err(null));
    expect(performed).toBe(0);
    expect(action.working).toBe(false);
    expect(action.error).toBeUndefined();
  });

  it('in a tab that only reads is refused in words before a passphrase is asked for', async () => {
    const { session, lock } = await atDesk();
    lock.stop();
    await until(() => !session.isWriter);
    const action = new Action(session);
    await action.perform(() => session.office.acts.confirmClock());
    expect(action.error).toBe(refusalText({ type: 'NotTheWriter' }));
    expect(session.unlockAsked).toBe(false);
  });

  it('that needs no key is done in a locked station', async () => {
    const { session } = await atDesk();
    await session.lock('officer');
    expect(await new Action(session, 'writer').perform(() => Promise.resolve(ok(1)))).toEqual(ok(1));
  });

  it('that is refused says why, in the language of the moment, and nothing when it is tried again', async () => {
    const { session } = await atDesk();
    const action = new Action(session);
    await action.perform(() => Promise.resolve(err({ type: 'NoRoom' } as const)));
    const inKazakh = action.error;
    expect(inKazakh).toBe(words.t.refusals.NoRoom);
    await words.choose('ru');
    expect(action.error).toBe(words.t.refusals.NoRoom);
    expect(action.error).not.toBe(inKazakh);
    await words.choose('kk');
    await action.perform(() => Promise.resolve(ok(null)));
    expect(action.error).toBeUndefined();
  });

  it('names what is refused beside the reason where it is asked to', async () => {
    const { session } = await atDesk();
    const action = new Action(session);
    await action.perform(() => Promise.resolve(err({ type: 'NoRoom' } as const)), {
      wordsOf: (refusal) => `a.csr: ${refusalText(refusal)}`,
    });
    expect(action.error).toBe(`a.csr: ${words.t.refusals.NoRoom}`);
  });

  it('that breaks leaves the button alive, and the fault is told', async () => {
    const { session } = await atDesk();
    const action = new Action(session);
    const broken = new TypeError('Әбілқасымов is undefined');
    expect(await action.perform(() => Promise.reject(broken))).toEqual(err(null));
    expect(action.working).toBe(false);
    expect(action.error).toBeUndefined();
    expect(session.faults.last).toEqual({ place: 'act', code: 'TypeError', error: broken });
    expect(await action.perform(() => Promise.resolve(ok('done')))).toEqual(ok('done'));
  });

  it('that breaks before its first step leaves the button alive as well', async () => {
    const { session } = await atDesk();
    const action = new Action(session);
    await action.perform(() => {
      throw new RangeError('no such row');
    });
    expect(action.working).toBe(false);
    expect(session.faults.last?.code).toBe('RangeError');
  });

  it('that is stopped by locking is refused, and no fault', async () => {
    const { session } = await atDesk();
    const action = new Action(session);
    await action.perform(() => Promise.reject(new Fault('custody-locked')));
    expect(action.error).toBe(words.t.refusals.Locked);
    expect(session.faults.last).toBeUndefined();
  });

  it('whose click is too long ago for the browser’s question is asked to be pressed again', async () => {
    const { session } = await atDesk();
    const action = new Action(session);
    await action.perform(() => Promise.reject(new DOMException('no gesture', 'SecurityError')));
    expect(action.error).toBe(words.t.refusals.ClickAgain);
    expect(session.faults.last).toBeUndefined();
  });

  it('says what came of it until it is tried again', async () => {
    const { session } = await atDesk();
    const action = new Action(session);
    await action.perform(() => Promise.resolve(ok(null)));
    action.say(() => words.t.station.settingsSaved);
    expect(action.said).toBe(words.t.station.settingsSaved);
    action.refuse(() => words.t.refusals.NoRoom);
    expect(action.said).toBeUndefined();
    expect(action.error).toBe(words.t.refusals.NoRoom);
  });
});

describe('a refusal without words', () => {
  it('does not compile where it is shown', () => {
    interface Wordless {
      readonly type: 'NobodyHasWordsForThis';
    }
    expectTypeOf<Wordless>().not.toExtend<WordedRefusal>();
    expectTypeOf<Wordless>().not.toExtend<Parameters<typeof refusalText>[0]>();
    type Act = Parameters<Action['perform']>[0];
    expectTypeOf<() => Promise<Result<null, Wordless>>>().not.toExtend<Act>();
    // What has words, but lacks a member that fills them.
    expectTypeOf<{ readonly type: 'KeyTaken' }>().not.toExtend<WordedRefusal>();
    expectTypeOf<{ readonly type: 'KeyTaken'; readonly collection: string }>().toExtend<WordedRefusal>();
    expectTypeOf<() => Promise<Result<null, { readonly type: 'NoRoom' }>>>().toExtend<Act>();
  });
});
