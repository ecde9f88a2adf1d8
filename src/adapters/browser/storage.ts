import type { StorageAnswer, StoragePersistence, StorageUse } from '#ports/storage-persistence.ts';

const ANSWER_TIMEOUT_MS = 3000;

/** Chromium gives a private window a quota out of memory, a few times its script heap at most. */
const PRIVATE_QUOTA_HEAPS = 2;

/** @param answerTimeoutMs Firefox asks its user, and its promise stays open as long as the question does. */
export function browserStorage(
  storage: StorageManager = navigator.storage,
  answerTimeoutMs = ANSWER_TIMEOUT_MS,
): StoragePersistence {
  return {
    isPersisted: () => storage.persisted(),
    request: () => request(storage, answerTimeoutMs),
    use: () => use(storage),
    isProbablyPrivate: () => isProbablyPrivate(storage),
  };
}

async function request(storage: StorageManager, answerTimeoutMs: number): Promise<StorageAnswer> {
  if (typeof storage.persist !== 'function') return 'unsupported';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<'pending'>((resolve) => {
    timer = setTimeout(() => resolve('pending'), answerTimeoutMs);
  });
  const answer = storage.persist().then(
    (granted): StorageAnswer => (granted ? 'granted' : 'denied'),
    (): StorageAnswer => 'denied',
  );
  const first = await Promise.race([answer, tooLate]);
  clearTimeout(timer);
  return first;
}

async function use(storage: StorageManager): Promise<StorageUse | undefined> {
  const { usage, quota } = await storage.estimate();
  return usage === undefined || quota === undefined ? undefined : { usageBytes: usage, quotaBytes: quota };
}

async function isProbablyPrivate(storage: StorageManager): Promise<boolean> {
  try {
    // Firefox refuses the private file system in a private window.
    await storage.getDirectory();
  } catch {
    return true;
  }
  const heap = (performance as { readonly memory?: { readonly jsHeapSizeLimit: number } }).memory;
  const quotaBytes = (await use(storage))?.quotaBytes;
  if (heap === undefined || quotaBytes === undefined || (await storage.persisted())) return false;
  return quotaBytes < heap.jsHeapSizeLimit * PRIVATE_QUOTA_HEAPS;
}
