import { describe, expect, it } from 'vitest';
import { lateActs } from '#app/late-acts.ts';
import type { Acts } from '#operations/acts.ts';

function someActs() {
  let loads = 0;
  const rest = {
    dropDraft: (id: string) => Promise.resolve(`dropped ${id}`),
    lockStation: () => Promise.reject(new Error('broken')),
  } as unknown as Acts;
  const own = { startStation: () => Promise.resolve('started') } as unknown as Partial<Acts>;
  const acts = lateActs(own, () => {
    loads += 1;
    return Promise.resolve(rest);
  });
  return { acts, loads: () => loads };
}

describe('the acts that come late', () => {
  it('leave the one that is there at once alone', async () => {
    const { acts, loads } = someActs();
    expect(await acts.startStation()).toBe('started');
    expect(loads()).toBe(0);
  });

  it('are loaded once, with the first of them, and get what they were given', async () => {
    const { acts, loads } = someActs();
    expect(await Promise.all([acts.dropDraft('a'), acts.dropDraft('b')])).toEqual(['dropped a', 'dropped b']);
    expect(loads()).toBe(1);
  });

  it('fail as themselves, and one that is not there says so', async () => {
    const { acts } = someActs();
    await expect(acts.lockStation('officer')).rejects.toThrow('broken');
    await expect(acts.exportLog()).rejects.toThrow('no act exportLog');
  });
});
