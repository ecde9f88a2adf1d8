import { type Result, err, ok } from '#domain/base/result.ts';
import type { OwnerNoticeWay, RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';

export type NotifyOwnerRefusal =
  TransactionRefusal | { readonly type: 'Locked' | 'CaseMissing' | 'NothingRevoked' | 'OwnerNotified' };

/** G-15: the owners of these certificates were told that they are revoked; all of them in one act, or none. */
export function notifyOwners(
  desk: Desk,
  command: { readonly caseIds: readonly string[]; readonly way: OwnerNoticeWay },
): Promise<Result<readonly RevocationCase[], NotifyOwnerRefusal>> {
  return transact<readonly RevocationCase[], NotifyOwnerRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const records: RevocationCase[] = [];
    for (const id of new Set(command.caseIds)) {
      const revocationCase = await snapshot.get('revocation', id);
      if (revocationCase === undefined) return err({ type: 'CaseMissing' });
      if (revocationCase.decision?.outcome !== 'revoked') return err({ type: 'NothingRevoked' });
      if (revocationCase.ownerNotice !== undefined) return err({ type: 'OwnerNotified' });
      records.push({
        ...revocationCase,
        salt: newSalt(desk.random),
        ownerNotice: { at, officer, way: command.way },
      });
    }
    return ok({
      acts: records.map((record) => ({
        act: 'owner-notified' as const,
        subjects: [record.id, record.serialNumber],
        puts: [{ collection: 'revocation' as const, record }],
      })),
      answer: records,
    });
  });
}
