import { afterEach, expect, it, vi } from 'vitest';
import { journalFiles } from '#adapters/opfs/journal-files.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A private file system in which one file is open elsewhere, and the others open late. */
function fileSystemWith(held: string): { readonly open: Set<string> } {
  const open = new Set<string>();
  const fileNamed = (name: string) => ({
    async createSyncAccessHandle() {
      if (name === held) throw new DOMException('held', 'NoModificationAllowedError');
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      open.add(name);
      return { close: () => open.delete(name), getSize: () => 0 };
    },
  });
  const folder = { getFileHandle: (name: string) => Promise.resolve(fileNamed(name)) };
  const root = { getDirectoryHandle: () => Promise.resolve(folder) };
  vi.stubGlobal('navigator', { storage: { getDirectory: () => Promise.resolve(root) } });
  return { open };
}

it.each(['journal-0', 'journal-1', 'reserve'])(
  'none of the journal’s files stays open when %s is open elsewhere',
  async (held) => {
    const { open } = fileSystemWith(held);
    await expect(journalFiles('r')).rejects.toMatchObject({ name: 'NoModificationAllowedError' });
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect([...open]).toEqual([]);
  },
);

it('all of them are open until they are closed', async () => {
  const { open } = fileSystemWith('none');
  const files = await journalFiles('r');
  expect([...open].sort()).toEqual(['journal-0', 'journal-1', 'reserve']);
  files.close();
  expect([...open]).toEqual([]);
});
