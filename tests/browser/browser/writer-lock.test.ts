import { BrowserWriterLock, followPageLifecycle } from '#adapters/browser/writer-lock.ts';
import { describe, expect, it } from '#tests/browser/harness/suite.ts';
import { writerLockContract } from '#tests/contracts/writer-lock.contract.ts';

const fresh = (): string => `writer-lock-${crypto.randomUUID()}`;

writerLockContract(
  'Web Locks',
  () => {
    const name = fresh();
    return [new BrowserWriterLock(name), new BrowserWriterLock(name), new BrowserWriterLock(name)];
  },
  { describe, it, expect },
);

describe('writer lock and the life of a page', () => {
  it('[G02] gives the lock away when the browser freezes the page, and waits for it again afterwards', async () => {
    const name = fresh();
    const [sleeper, other] = [new BrowserWriterLock(name), new BrowserWriterLock(name)];
    const page = document.implementation.createHTMLDocument();
    followPageLifecycle(sleeper, page);
    await sleeper.start();
    await other.start();
    const reasons: string[] = [];
    sleeper.subscribe(({ reason }) => reasons.push(reason));
    const moved = until(other, 'writer');
    page.dispatchEvent(new Event('freeze'));
    await moved;
    expect(reasons).toEqual(['frozen']);
    page.dispatchEvent(new Event('resume'));
    const back = until(sleeper, 'writer');
    other.stop();
    await back;
    expect(reasons).toEqual(['frozen', 'granted']);
    sleeper.stop();
  });
});

function until(lock: BrowserWriterLock, role: 'writer' | 'reader'): Promise<void> {
  return new Promise((resolve) => {
    const stop = lock.subscribe((change) => {
      if (change.role !== role) return;
      stop();
      resolve();
    });
  });
}
