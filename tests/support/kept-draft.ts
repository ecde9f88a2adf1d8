import { type Page, expect } from '@playwright/test';

/** Waits until what was typed lies on the disk: a draft in a database of this origin has it. */
export async function draftKept(page: Page, text: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async (wanted) => {
        const settled = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => {
              resolve(request.result);
            };
            request.onerror = () => {
              reject(request.error ?? new Error('a request of the database failed'));
            };
          });
        for (const { name } of await indexedDB.databases()) {
          if (name === undefined) continue;
          const database = await settled(indexedDB.open(name));
          try {
            if (!database.objectStoreNames.contains('draft')) continue;
            const rows = await settled<unknown[]>(
              database.transaction('draft').objectStore('draft').getAll(),
            );
            if (JSON.stringify(rows).includes(wanted)) return true;
          } finally {
            database.close();
          }
        }
        return false;
      }, text),
    )
    .toBe(true);
}
