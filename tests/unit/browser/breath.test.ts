import { afterEach, describe, expect, it, vi } from 'vitest';
import { breath } from '#adapters/browser/breath.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Whether it resolves without a task of its own. */
async function isAtOnce(breathing: Promise<void>): Promise<boolean> {
  let isDone = false;
  void breathing.then(() => {
    isDone = true;
  });
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  return isDone;
}

describe('a breath in long work', () => {
  it('is a task of its own after twelve milliseconds of it, and nothing before or just after', async () => {
    let now = 1_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const breathe = breath();
    now += 11;
    expect(await isAtOnce(breathe())).toBe(true);
    now += 1;
    const waited = breathe();
    expect(await isAtOnce(waited)).toBe(false);
    await waited;
    expect(await isAtOnce(breathe())).toBe(true);
  });

  it('is one for all who wait at that moment', async () => {
    let now = 1_000;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const breathe = breath();
    now += 50;
    const waiting = [breathe(), breathe()];
    expect(await Promise.all(waiting.map(isAtOnce))).toEqual([false, false]);
    expect(await Promise.all(waiting)).toHaveLength(2);
    now += 50;
    expect(await isAtOnce(breathe())).toBe(false);
  });
});
