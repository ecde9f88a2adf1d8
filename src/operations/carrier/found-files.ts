import { bytesToHex } from '#domain/base/bytes.ts';
import type { CancellationToken } from '#domain/base/cancellation.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { folderMarkIn } from '#domain/carrier/folder-mark.ts';
import type { FoundFile } from '#domain/carrier/recognise.ts';
import type { Desk } from '#ports/desk.ts';
import type { Folder } from '#ports/media.ts';

export type FindFilesRefusal =
  | { readonly type: 'FolderUnreadable'; readonly reason: 'medium-gone' | 'too-many-files' }
  /** The officer stopped it: nothing is recorded. */
  | { readonly type: 'ReadingStopped' };

export interface FindOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly cancellation?: CancellationToken;
}

/** A key with its chain has some kilobytes. */
export const greatestCarrierFile = 1 << 20;

/** Every file that may be a carrier's, read from where it lies, and the marks of folders that keys were written into. */
export async function findFiles(
  { sha256 }: Pick<Desk, 'sha256'>,
  folder: Folder,
  { onProgress, cancellation }: FindOptions,
): Promise<Result<readonly FoundFile[], FindFilesRefusal>> {
  const listing = await folder.list((name) => /\.(?:p12|age)$/iu.test(name) || folderMarkIn(name) !== null);
  if (listing.type === 'failed') return err({ type: 'FolderUnreadable', reason: listing.reason });
  const found: FoundFile[] = [];
  for (const file of listing.files) {
    const { folders, name } = file;
    if (cancellation?.isCancelled === true) return err({ type: 'ReadingStopped' });
    const octets = folderMarkIn(name) === null ? await file.read(greatestCarrierFile) : null;
    found.push({ folders, name, ...(octets === null ? {} : { digest: bytesToHex(sha256(octets)) }) });
    onProgress?.(found.length, listing.files.length);
  }
  return ok(found);
}
