import { describe, expect, it } from 'vitest';
import { lazyActs } from '#app/lazy-acts.ts';
import type { Acts } from '#operations/acts.ts';

const acts = (named: object): Acts => named as Acts;
/** What the stand-in of an act gives back, whatever its real one does. */
const answer = (given: Promise<unknown>): Promise<unknown> => given;

describe('the acts of the office', () => {
  it('are loaded once, with the first that is called, and get what they were given', async () => {
    let loaded = 0;
    const late = lazyActs({}, () => {
      loaded += 1;
      return Promise.resolve(acts({ lockStation: (reason: string) => Promise.resolve(`locked: ${reason}`) }));
    });
    expect(loaded).toBe(0);
    expect(await answer(late.lockStation('idle'))).toBe('locked: idle');
    expect(await answer(late.lockStation('officer'))).toBe('locked: officer');
    expect(loaded).toBe(1);
  });

  it('that are there already are called without any loading', async () => {
    const present = { confirmClock: () => Promise.resolve({ ok: true as const, value: null }) };
    const late = lazyActs(present, () => Promise.reject(new Error('nothing to load')));
    expect(await late.confirmClock()).toEqual({ ok: true, value: null });
  });

  it('can be called again after a loading that failed, and are no promise themselves', async () => {
    let isBroken = true;
    const late = lazyActs({}, () =>
      isBroken
        ? Promise.reject(new Error('broken'))
        : Promise.resolve(acts({ lockStation: () => Promise.resolve('locked') })),
    );
    await expect(late.lockStation('idle')).rejects.toThrow('broken');
    isBroken = false;
    expect(await answer(late.lockStation('idle'))).toBe('locked');
    expect(await Promise.resolve(late)).toBe(late);
  });
});
