import { type Result, err, ok } from '#domain/base/result.ts';
import type { CrlRecord } from '#domain/crl/published-crl.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';

/** N-11: publication is the official notice. Called with what was written to the medium and read back. */
export function publishCrl(
  desk: Desk,
  command: { readonly id: string; readonly writtenTo: string; readonly sha256Hex: string },
): Promise<
  Result<CrlRecord, TransactionRefusal | { readonly type: 'CrlMissing' | 'FileDiffers' | 'Locked' }>
> {
  type Refusal = { readonly type: 'CrlMissing' | 'FileDiffers' | 'Locked' };
  return transact<CrlRecord, Refusal>(desk, async (snapshot, publishedAt) => {
    if (desk.custody.officerId() === null) return err({ type: 'Locked' });
    const before = await snapshot.get('crl', command.id);
    if (before === undefined) return err({ type: 'CrlMissing' });
    if (before.sha256Hex !== command.sha256Hex) return err({ type: 'FileDiffers' });
    const record: CrlRecord = {
      ...before,
      salt: newSalt(desk.random),
      publishedAt: before.publishedAt ?? publishedAt,
      writtenTo: command.writtenTo,
    };
    return ok({
      acts: [{ act: 'crl-published', subjects: [record.crlNumber], puts: [{ collection: 'crl', record }] }],
      answer: record,
    });
  });
}
