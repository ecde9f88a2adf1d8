import { markerKey } from '#adapters/browser/untouched.ts';
import type { trialName } from './trial.ts';

/** TypeScript's DOM library does not have the Storage Buckets API. */
interface BucketManager {
  readonly storageBuckets?: { delete(name: string): Promise<void> };
}

/**
 * Deletes the trial's databases, its journal, and its markers: what is left is a browser that never had one. Another tab that has it
 * open closes it when it is told that the database goes. The type lets no other register be named.
 */
export async function removeTrial(name: typeof trialName): Promise<void> {
  // Its markers first: what is left of a broken off removal is told as what it is, a register without markers.
  const key = markerKey(name);
  localStorage.removeItem(key);
  await tried(() => caches.delete(key));
  await tried(async () => (navigator as BucketManager).storageBuckets?.delete(key));
  for (const each of [name, `${name}-head`]) await deleted(each);
  await tried(async () => (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true }));
}

function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new DOMException('not deleted', 'UnknownError'));
    };
  });
}

/** What a browser does not have, or refuses, holds nothing of it. */
async function tried(remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove();
  } catch {
    // Not there.
  }
}
