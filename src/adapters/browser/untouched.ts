/** TypeScript's DOM library does not have the Storage Buckets API. */
interface BucketNames {
  readonly storageBuckets?: { keys(): Promise<readonly string[]> };
}

/** Under this name a marker of the register stands, wherever it stands. */
export function markerKey(name: string): string {
  return `${name}-marker`;
}

/**
 * Whether none of the places beside the register's databases was ever written to: nothing has to be loaded to ask them. A place that
 * the browser refuses has nothing.
 */
export async function isUntouched(name: string): Promise<boolean> {
  const key = markerKey(name);
  const found = await Promise.all([
    isThere(() => localStorage.getItem(key) !== null),
    isThere(() => caches.has(key)),
    isThere(async () => (await (navigator as BucketNames).storageBuckets?.keys())?.includes(key)),
    isThere(async () => (await navigator.storage.getDirectory()).getDirectoryHandle(name)),
  ]);
  return !found.includes(true);
}

async function isThere(ask: () => unknown): Promise<boolean> {
  try {
    return Boolean(await ask());
  } catch {
    return false;
  }
}
