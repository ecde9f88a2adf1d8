import type { WriterLock, WriterRoleChange } from '#ports/writer-lock.ts';
import type { TestApi } from './test-api.ts';

/**
 * What every writer lock promises. `makePages` gives two or more locks of one and the same register, as two tabs have them.
 */
export function writerLockContract(name: string, makePages: () => readonly WriterLock[], api: TestApi): void {
  const { describe, it, expect } = api;

  const pages = (): readonly [WriterLock, WriterLock] => {
    const [first, second] = makePages();
    if (first === undefined || second === undefined) throw new Error('two pages are needed');
    return [first, second];
  };

  describe(`writer lock, ${name}`, () => {
    it('makes the first page the writer and says so', async () => {
      const [first] = pages();
      const changes = record(first);
      expect(await first.start()).toBe('writer');
      expect(first.role).toBe('writer');
      expect(changes).toEqual([{ role: 'writer', reason: 'granted' }]);
      first.stop();
    });

    it('leaves the second page a reader, and says that the lock is taken', async () => {
      const [first, second] = pages();
      await first.start();
      const changes = record(second);
      expect(await second.start()).toBe('reader');
      expect(changes).toEqual([{ role: 'reader', reason: 'taken' }]);
      second.stop();
      first.stop();
    });

    it('[G02] moves to the waiting page when the writer is gone, after the writer was told', async () => {
      const [first, second] = pages();
      const order: string[] = [];
      await first.start();
      await second.start();
      first.subscribe(({ role, reason }) => order.push(`first ${role} ${reason}`));
      second.subscribe(({ role, reason }) => order.push(`second ${role} ${reason}`));
      const moved = roleOf(second, 'writer');
      first.stop();
      await moved;
      expect(order).toEqual(['first reader stopped', 'second writer granted']);
      expect(first.role).toBe('reader');
      second.stop();
    });

    it('[G03] tells the page whose lock was stolen, which is then a reader', async () => {
      const [first, second] = pages();
      await first.start();
      await second.start();
      const changes = record(first);
      const robbed = roleOf(first, 'reader');
      await second.takeOver();
      await robbed;
      expect(changes).toEqual([{ role: 'reader', reason: 'stolen' }]);
      expect(first.role).toBe('reader');
      expect(second.role).toBe('writer');
      second.stop();
      first.stop();
    });

    it('[G03] gives the lock back to the robbed page when the other one closes', async () => {
      const [first, second] = pages();
      await first.start();
      await second.takeOver();
      const again = roleOf(first, 'writer');
      second.stop();
      await again;
      expect(first.role).toBe('writer');
      first.stop();
    });

    it('never has two writers while pages come and go', async () => {
      const all = makePages();
      let most = 0;
      const count = (): void => {
        most = Math.max(most, all.filter((page) => page.role === 'writer').length);
      };
      for (const page of all) page.subscribe(count);
      for (let round = 0; round < 20; round += 1) {
        await Promise.all(all.map((page) => page.start()));
        all[round % all.length]?.stop();
        await new Promise((resolve) => setTimeout(resolve, 0));
        all[(round + 1) % all.length]?.stop();
      }
      for (const page of all) page.stop();
      expect(most).toBe(1);
    });

    it('tells a listener that left nothing more', async () => {
      const [first] = pages();
      const changes: WriterRoleChange[] = [];
      first.subscribe((change) => changes.push(change))();
      await first.start();
      first.stop();
      expect(changes).toEqual([]);
    });
  });
}

function record(lock: WriterLock): readonly WriterRoleChange[] {
  const changes: WriterRoleChange[] = [];
  lock.subscribe((change) => changes.push(change));
  return changes;
}

function roleOf(lock: WriterLock, role: 'writer' | 'reader'): Promise<void> {
  return new Promise((resolve) => {
    const stop = lock.subscribe((change) => {
      if (change.role !== role) return;
      stop();
      resolve();
    });
  });
}
