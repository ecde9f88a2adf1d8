import type { Application, OldCarrier } from '#domain/application/application.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { entryStatus } from '#domain/register/register-entry.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';

export type ReplaceKeyRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'ApplicationMissing' | 'AlreadyDecided' | 'NoteMissing' }
  | { readonly type: 'RelatedNotInForce' | 'RelatedOfAnother'; readonly serialNumber: string };

/**
 * G-11: an owner who has a key is given another only in its place. The application says from now on which certificate it
 * replaces and whether the old carrier came back, or why not; that one is revoked in the act that issues the new one. What
 * was examined before falls away, since the application is another now (I05).
 */
export function replaceKey(
  desk: Desk,
  command: { readonly applicationId: string; readonly of: string; readonly oldCarrier: OldCarrier },
): Promise<Result<Application, ReplaceKeyRefusal>> {
  return transact<Application, ReplaceKeyRefusal>(desk, async (snapshot, now) => {
    if (desk.custody.officerId() === null) return err({ type: 'Locked' });
    const application = await snapshot.get('application', command.applicationId);
    if (application?.content.form !== 'G-F1a') return err({ type: 'ApplicationMissing' });
    if (application.issued !== undefined || application.decision?.outcome === 'refused')
      return err({ type: 'AlreadyDecided' });
    const oldCarrier = tidied(command.oldCarrier);
    if (oldCarrier === null) return err({ type: 'NoteMissing' });
    const old = await snapshot.get('entry', command.of);
    if (old === undefined || entryStatus(old, now) !== 'in-force')
      return err({ type: 'RelatedNotInForce', serialNumber: command.of });
    const { subject } = old;
    if (subject.kind === 'authority' || subject.iin !== application.content.iin)
      return err({ type: 'RelatedOfAnother', serialNumber: old.id });
    const { decision, ...undecided } = application;
    const record: Application = {
      ...(decision === undefined ? application : undecided),
      salt: newSalt(desk.random),
      relation: { kind: 'replacement', of: old.id, oldCarrier },
    };
    return ok({
      acts: [
        {
          act: 'application-corrected',
          subjects: [record.id],
          puts: [{ collection: 'application', record }],
        },
      ],
      answer: record,
    });
  });
}

function tidied(oldCarrier: OldCarrier): OldCarrier | null {
  if (oldCarrier.type === 'returned') return oldCarrier;
  const reason = oldCarrier.reason.trim();
  return reason === '' ? null : { type: 'not-returned', reason };
}
