import { bytesToHex } from '#domain/base/bytes.ts';
import type { Result } from '#domain/base/result.ts';
import { ok } from '#domain/base/result.ts';
import type { ExportKind, ExportedFile } from '#domain/journal/exported-file.ts';
import type { Desk } from '#ports/desk.ts';
import type { SaveOutcome } from '#ports/media.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

/** Writes down that a file left: done when it was read back, otherwise marked as one that nobody read back (C12). */
export function recordExport(
  desk: Desk,
  command: {
    readonly kind: ExportKind;
    readonly outcome: Extract<SaveOutcome, { readonly type: 'written' | 'offered' }>;
    /** True when an offered download was shown to the program again and found the same. */
    readonly shownAgain?: boolean;
    readonly of?: string;
  },
): Promise<Result<ExportedFile, TransactionRefusal>> {
  return transact(desk, (_, at) => {
    const { outcome, kind, of, shownAgain = false } = command;
    const record: ExportedFile = {
      id: newId(desk.random),
      salt: newSalt(desk.random),
      kind,
      fileName: outcome.name,
      octets: outcome.octets.length,
      sha256Hex: bytesToHex(desk.sha256(outcome.octets)),
      at,
      officer: desk.custody.officerId() ?? 'station',
      readBack: outcome.type === 'written' || shownAgain,
      ...(of === undefined ? {} : { of }),
    };
    const act = {
      act: 'file-exported' as const,
      subjects: [kind, record.id, ...(of === undefined ? [] : [of])],
    };
    return Promise.resolve(
      ok({ acts: [{ ...act, puts: [{ collection: 'exportedFile' as const, record }] }], answer: record }),
    );
  });
}
