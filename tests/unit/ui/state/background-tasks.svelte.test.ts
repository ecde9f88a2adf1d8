// @vitest-environment page
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { BackgroundTasks } from '#ui/state/background-tasks.svelte.ts';

const place = { href: '#/applications/issue', total: 4 };

describe('long tasks of a tab', () => {
  it('are seen as they come and go, and their result waits', async () => {
    const tasks = new BackgroundTasks();
    const seen: (readonly string[])[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(tasks.all.map(({ kind, isRunning }) => `${kind} ${String(isRunning)}`));
      });
    });
    flushSync();
    const running = tasks.run('issue', place, () => Promise.resolve('made'));
    flushSync();
    expect(await running).toBe('made');
    flushSync();
    stop();
    expect(seen).toEqual([[], ['issue true'], ['issue false']]);
    expect(tasks.find<string>('issue')?.result).toBe('made');
  });

  it('tell how far they are and how long it will take', async () => {
    const tasks = new BackgroundTasks();
    await tasks.run('issue', place, (task) => {
      expect(task.secondsLeft).toBeUndefined();
      task.onProgress(0, 4);
      expect(task.secondsLeft).toBeUndefined();
      task.onProgress(1, 4);
      expect([task.done, task.total]).toEqual([1, 4]);
      expect(task.secondsLeft).toBeGreaterThanOrEqual(0);
      return Promise.resolve();
    });
  });

  it('are cancelled by the officer', async () => {
    const tasks = new BackgroundTasks();
    const cancelled = tasks.run(
      'issue',
      place,
      ({ cancellation }) =>
        new Promise<string>((resolve) => {
          cancellation.onCancel(() => {
            resolve('cancelled');
          });
        }),
    );
    tasks.find('issue')?.cancel();
    expect(await cancelled).toBe('cancelled');
  });

  it('are one of a kind: a new one takes the place of what came of the last', async () => {
    const tasks = new BackgroundTasks();
    await tasks.run('issue', place, () => Promise.resolve(1));
    await tasks.run('verify', place, () => Promise.resolve(2));
    await tasks.run('issue', place, () => Promise.resolve(3));
    expect(tasks.all.map(({ kind, result }) => [kind, result])).toEqual([
      ['verify', 2],
      ['issue', 3],
    ]);
  });

  it('that break leave the list, and the fault goes on', async () => {
    const tasks = new BackgroundTasks();
    await expect(tasks.run('issue', place, () => Promise.reject(new RangeError('x')))).rejects.toThrow('x');
    expect(tasks.all).toEqual([]);
  });

  it('a page that is opened again does not show what was seen before', async () => {
    const tasks = new BackgroundTasks();
    await tasks.run('issue', place, () => Promise.resolve(1));
    tasks.open('issue');
    expect(tasks.find('issue')).toBeDefined();
    for (const task of tasks.all) task.isSeen = true;
    tasks.open('issue');
    expect(tasks.find('issue')).toBeUndefined();
  });
});
