import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Names of files that hold one of the secrets, and of which. */
export async function foundIn(
  folder: string,
  secrets: ReadonlyMap<string, Buffer>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const octets = await readFile(path).catch(() => Buffer.alloc(0));
    for (const [what, secret] of secrets) if (octets.includes(secret)) found.push(`${what}: ${path}`);
  }
  return found;
}

/** The page's heap as a snapshot, in which strings stand as they are. */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}
