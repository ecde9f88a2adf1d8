import { bytesToHex } from '#domain/base/bytes.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { PackageOut } from '#domain/exchange/package/package-records.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';

export type OnMediumRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'PackageUnknown' }
  /** What was read is not what was made: cut off, of another package, of zeros (K09). */
  | { readonly type: 'PackageReadDiffers' }
  /** A medium is seen again after it was written. */
  | { readonly type: 'PackageNotWritten' };

export interface OnMediumCommand {
  /** SHA-256 of the package's manifest. */
  readonly id: string;
  /** The file as it was read from the medium. */
  readonly file: Uint8Array;
}

/** The file was closed on the medium and read back: whether it is flushed, no browser says. */
export function packageWritten(
  desk: Desk,
  command: OnMediumCommand,
): Promise<Result<PackageOut, OnMediumRefusal>> {
  return onMedium(desk, command, 'package-written', (record, at) =>
    record.writtenAt === undefined ? { ...record, writtenAt: at } : record,
  );
}

/** The medium was taken out, put in again, and the file read. */
export function packageSeenAgain(
  desk: Desk,
  command: OnMediumCommand,
): Promise<Result<PackageOut, OnMediumRefusal>> {
  return onMedium(desk, command, 'package-seen-again', (record, at) => {
    if (record.writtenAt === undefined) return null;
    return record.seenAgainAt === undefined ? { ...record, seenAgainAt: at } : record;
  });
}

function onMedium(
  desk: Desk,
  { id, file }: OnMediumCommand,
  act: 'package-written' | 'package-seen-again',
  next: (record: PackageOut, at: PackageOut['madeAt']) => PackageOut | null,
): Promise<Result<PackageOut, OnMediumRefusal>> {
  return transact<PackageOut, OnMediumRefusal>(desk, async (snapshot, at) => {
    if (desk.custody.officerId() === null) return err({ type: 'Locked' });
    const before = await snapshot.get('packageOut', id);
    if (before?.file === undefined) return err({ type: 'PackageUnknown' });
    if (file.length !== before.file.octets || bytesToHex(desk.sha256(file)) !== before.file.sha256)
      return err({ type: 'PackageReadDiffers' });
    const record = next(before, at);
    if (record === null) return err({ type: 'PackageNotWritten' });
    // Said before: a second medium of the same package.
    if (record === before) return ok({ acts: [], answer: before });
    const put = { collection: 'packageOut' as const, record: { ...record, salt: newSalt(desk.random) } };
    return ok({ acts: [{ act, subjects: [id], puts: [put] }], answer: put.record });
  });
}
