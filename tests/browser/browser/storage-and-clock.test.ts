import { browserClock } from '#adapters/browser/clock.ts';
import { browserStorage } from '#adapters/browser/storage.ts';
import { parseInstant } from '#domain/base/instant.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';

describe('clock', () => {
  it('says whole seconds of UTC, not later than the machine', () => {
    const before = Math.floor(Date.now() / 1000);
    const now = browserClock.now();
    expect(parseInstant(now)).toBe(now);
    expect(Date.parse(now) / 1000).toBeGreaterThanOrEqual(before);
    expect(Date.parse(now)).toBeLessThanOrEqual(Date.now());
  });
});

describe('storage', () => {
  it('says how much is used and how much there may be', async () => {
    const use = await browserStorage().use();
    expect(use?.quotaBytes).toBeGreaterThan(use?.usageBytes ?? Infinity);
  });

  it('says whether the register is kept', async () => {
    expect(typeof (await browserStorage().isPersisted())).toBe('boolean');
  });

  it('answers "pending" when nobody answers the browser\'s question in time', async () => {
    const silent = { persist: () => new Promise<boolean>(() => undefined) } as StorageManager;
    expect(await browserStorage(silent, 20).request()).toBe('pending');
  });

  it('passes on what the browser answered', async () => {
    const answering = (answer: boolean): StorageManager =>
      ({ persist: () => Promise.resolve(answer) }) as StorageManager;
    expect(await browserStorage(answering(true), 20).request()).toBe('granted');
    expect(await browserStorage(answering(false), 20).request()).toBe('denied');
    expect(await browserStorage({} as StorageManager, 20).request()).toBe('unsupported');
  });

  it('takes a window without a private file system for a private one', async () => {
    const refusing = {
      getDirectory: () => Promise.reject(new DOMException('no', 'SecurityError')),
    } as StorageManager;
    expect(await browserStorage(refusing).isProbablyPrivate()).toBe(true);
  });
});
