// @vitest-environment page
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { InTurn, follow } from '#ui/state/follow.svelte.ts';
import { anOffice, setUp, taken } from '#tests/support/office-at-work.ts';
import { type SessionAtWork, aGate, aSession, until } from '#tests/support/session-at-work.ts';

async function atDesk(): Promise<SessionAtWork> {
  const office = anOffice();
  await setUp(office);
  return aSession(office);
}

describe('loads in turn', () => {
  it('never run two at once, and end with the last that was asked for', async () => {
    const turns = new InTurn();
    const gate = aGate();
    const done: string[] = [];
    const slow = turns.do(async () => {
      done.push('first begins');
      await gate.passed;
      done.push('first ends');
    });
    for (const name of ['second', 'third']) void turns.do(() => Promise.resolve(done.push(name)));
    expect(done).toEqual(['first begins']);
    gate.open();
    await slow;
    expect(done).toEqual(['first begins', 'first ends', 'third']);
  });

  it('go on after one that throws, which is heard of', async () => {
    const turns = new InTurn();
    const gate = aGate();
    let shown = '';
    const broken = turns.do(async () => {
      await gate.passed;
      throw new Error('the disk');
    });
    void turns.do(() => Promise.resolve((shown = 'newer')));
    gate.open();
    await expect(broken).rejects.toThrow('the disk');
    await until(() => shown === 'newer');
    await turns.do(() => Promise.resolve((shown = 'newest')));
    expect(shown).toBe('newest');
  });
});

describe('a page that follows the register', () => {
  it('shows the newest commit in the end, though an older reading comes back late', async () => {
    const { session } = await atDesk();
    const gate = aGate();
    let loads = 0;
    let shown = 0;
    const leave = $effect.root(() => {
      follow(session, () => async () => {
        loads += 1;
        const mine = loads;
        const read = session.changes;
        if (mine === 1) await gate.passed;
        shown = read;
      });
    });
    flushSync();
    taken(await session.office.acts.confirmClock());
    const newest = session.changes;
    flushSync();
    expect(loads).toBe(1);
    gate.open();
    await until(() => shown === newest);
    expect(loads).toBeGreaterThan(1);
    leave();
  });

  it('loads again for what else it depends on, and nothing while there is nothing to load', async () => {
    const { session } = await atDesk();
    let asked = $state<string>();
    const loaded: string[] = [];
    const leave = $effect.root(() => {
      follow(session, () => {
        const id = asked;
        return id === undefined ? undefined : () => Promise.resolve(loaded.push(id));
      });
    });
    flushSync();
    expect(loaded).toEqual([]);
    asked = 'a';
    flushSync();
    await until(() => loaded.length === 1);
    asked = 'b';
    flushSync();
    await until(() => loaded.length === 2);
    expect(loaded).toEqual(['a', 'b']);
    leave();
    asked = 'c';
    flushSync();
    expect(loaded).toEqual(['a', 'b']);
  });
});
