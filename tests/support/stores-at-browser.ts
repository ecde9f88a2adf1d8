import type { Page } from '@playwright/test';

/** Parts of what lies in the browser for the register, each of which may fail by itself. */
export type Kept = 'register' | 'journal' | 'markers';

/** Takes them away past the program, on a page of the origin that is none of it, and comes back to the program. */
export async function without(page: Page, ...gone: readonly Kept[]): Promise<void> {
  await page.goto('./licences.txt');
  await page.evaluate(
    async ({ register, journal, markers }) => {
      const deleted = (name: string) =>
        new Promise<void>((resolve, reject) => {
          const deletion = indexedDB.deleteDatabase(name);
          deletion.onsuccess = () => {
            resolve();
          };
          deletion.onerror = () => {
            reject(new Error('not deleted'));
          };
        });
      const patiently = async (work: () => Promise<unknown>): Promise<void> => {
        // The page that was left lets its files go a moment later.
        for (let attempt = 1; ; attempt++)
          try {
            await work();
            return;
          } catch (cause) {
            if (attempt === 500) throw cause;
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
      };
      if (register) for (const name of ['tirkelim', 'tirkelim-head']) await deleted(name);
      if (journal) {
        const root = await navigator.storage.getDirectory();
        await patiently(() => root.removeEntry('tirkelim', { recursive: true }));
      }
      if (markers) {
        localStorage.clear();
        await caches.delete('tirkelim-marker');
        const { storageBuckets } = navigator as unknown as {
          storageBuckets?: { delete(name: string): Promise<void> };
        };
        await storageBuckets?.delete('tirkelim-marker');
      }
    },
    {
      register: gone.includes('register'),
      journal: gone.includes('journal'),
      markers: gone.includes('markers'),
    },
  );
  await page.goto('./');
}

/** Where a marker of the station stands now. */
export async function markersAt(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets?: { open(name: string): Promise<{ caches: CacheStorage }> };
    };
    const bucket = await storageBuckets?.open('tirkelim-marker');
    const found: string[] = [];
    if (localStorage.getItem('tirkelim-marker') !== null) found.push('localStorage');
    if (await caches.has('tirkelim-marker')) found.push('Cache Storage');
    if ((await bucket?.caches.has('tirkelim-marker')) === true) found.push('Storage Bucket');
    return found;
  });
}

/** Octets of the journal's files, by name. */
export async function journalAt(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('tirkelim');
    const sizes: Record<string, number> = {};
    for (const name of ['journal-0', 'journal-1', 'reserve'])
      sizes[name] = (await (await folder.getFileHandle(name)).getFile()).size;
    return sizes;
  });
}
