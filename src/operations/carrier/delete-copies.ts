import { type Result, err, ok } from '#domain/base/result.ts';
import type { Carrier, CarrierCopyDeleted } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import { folderMarkIn } from '#domain/carrier/folder-mark.ts';
import type { FoundFile } from '#domain/carrier/recognise.ts';
import { type Act, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';
import type { Folder } from '#ports/media.ts';
import { type FindFilesRefusal, type FindOptions, findFiles } from './found-files.ts';

export type DeleteCopiesRefusal =
  | TransactionRefusal
  | FindFilesRefusal
  | { readonly type: 'Locked' }
  /** No key that has reached its carrier has a copy that is still to be deleted. */
  | { readonly type: 'NoCopies' }
  /** Neither a mark of the program nor anything of those carriers lies in it: it is another folder than they were written into. */
  | { readonly type: 'OtherFolder' };

export interface CopiesDeleted {
  readonly deleted: readonly Carrier[];
  /** Their files lie in the folder still. */
  readonly left: readonly { readonly carrier: Carrier; readonly fileName: string }[];
}

/**
 * G-8: that the keys lie on their carriers and no longer in the folder that they were written into. The program looks into the folder itself: it has to
 * be the marked one, and none of the files may be in it. `folder` is null where the folder itself is gone; then the officer's word stands in the record.
 * Only for keys that were seen on their carriers: before that the copy is all that there is.
 */
export async function confirmCopiesDeleted(
  desk: Desk,
  command: { readonly folder: Folder | null },
  options: FindOptions = {},
): Promise<Result<CopiesDeleted, DeleteCopiesRefusal>> {
  if (!desk.custody.isUnlocked()) return err({ type: 'Locked' });
  const { folder } = command;
  const found = folder === null ? null : await findFiles(desk, folder, options);
  if (found?.ok === false) return found;
  return transact<CopiesDeleted, DeleteCopiesRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const waiting = (await snapshot.list('carrier', { index: 'serialNumber' })).filter((carrier) =>
      mayTake(carrier, 'delete-copy'),
    );
    if (waiting.length === 0) return err({ type: 'NoCopies' });
    const { gone, left } = found === null ? { gone: waiting, left: [] } : lookedThrough(waiting, found.value);
    if (gone.length + left.length === 0) return err({ type: 'OtherFolder' });
    const copyDeleted: CarrierCopyDeleted = { at, officer, how: found === null ? 'stated' : 'looked' };
    const deleted = gone.map((carrier): Carrier => ({ ...carrier, salt: newSalt(desk.random), copyDeleted }));
    return ok({ acts: deleted.map(actOf), answer: { deleted, left } });
  });
}

/** Of those that were written into this folder; others are left alone. */
function lookedThrough(
  waiting: readonly Carrier[],
  files: readonly FoundFile[],
): { readonly gone: readonly Carrier[]; readonly left: CopiesDeleted['left'] } {
  const marks = new Set(files.flatMap(({ name }) => folderMarkIn(name) ?? []));
  const gone: Carrier[] = [];
  const left: { carrier: Carrier; fileName: string }[] = [];
  for (const carrier of waiting) {
    const { digest, fileName, folder } = carrier.written ?? {};
    const copy = files.find(
      (file) => (digest !== undefined && file.digest === digest) || file.name === fileName,
    );
    if (copy !== undefined) left.push({ carrier, fileName: [...copy.folders, copy.name].join('/') });
    else if (folder !== undefined && marks.has(folder)) gone.push(carrier);
  }
  return { gone, left };
}

function actOf(record: Carrier): Act {
  return {
    act: 'carrier-copy-deleted',
    subjects: [record.assigned?.certificate ?? '', record.id],
    puts: [{ collection: 'carrier', record }],
  };
}
