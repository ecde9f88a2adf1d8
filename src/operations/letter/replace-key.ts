import type { Application } from '#domain/application/application.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { entryStatus } from '#domain/register/register-entry.ts';
import { correctors } from '#operations/application/receive.ts';
import type { Desk } from '#ports/desk.ts';
import { type ReplaceRefusal, applicationToRevoke } from '#operations/revocation/for-replacement.ts';
import { replacementConfirmed } from '#operations/revocation/confirm-replacement.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';

export type ReplaceKeyRefusal =
  | TransactionRefusal
  | ReplaceRefusal
  | {
      readonly type: 'Locked' | 'StationMissing' | 'ApplicationMissing' | 'AlreadyDecided' | 'NotConfirmed';
    }
  | { readonly type: 'RelatedNotInForce' | 'RelatedOfAnother'; readonly serialNumber: string };

/**
 * G-11, G-12.1: an owner who has a key is given another only in its place. The body's letter to revoke the old one (G-F4) waits for its
 * decision, with the carrier or why it is not there; the officer confirms it, the application says from now on which certificate it
 * replaces, and that one is revoked on the letter's ground in the act that issues the new one. What was examined before falls
 * away, since the application is another now (I05).
 */
export function replaceKey(
  desk: Desk,
  command: { readonly applicationId: string; readonly of: string; readonly confirmedCorrect: boolean },
): Promise<Result<Application, ReplaceKeyRefusal>> {
  return transact<Application, ReplaceKeyRefusal>(desk, async (snapshot, now) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    if (!command.confirmedCorrect) return err({ type: 'NotConfirmed' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const application = await snapshot.get('application', command.applicationId);
    if (application?.content.form !== 'G-F1a') return err({ type: 'ApplicationMissing' });
    if (application.issued !== undefined || application.decision?.outcome === 'refused')
      return err({ type: 'AlreadyDecided' });
    const old = await snapshot.get('entry', command.of);
    if (old === undefined || entryStatus(old, now) !== 'in-force')
      return err({ type: 'RelatedNotInForce', serialNumber: command.of });
    const { subject } = old;
    if (subject.kind === 'authority' || subject.iin !== application.content.iin)
      return err({ type: 'RelatedOfAnother', serialNumber: old.id });
    const toRevoke = await applicationToRevoke(snapshot, old, station, now);
    if (!toRevoke.ok) return toRevoke;
    const { carrier: oldCarrier } = toRevoke.value;
    const { decision, ...undecided } = application;
    const record: Application = {
      ...(decision === undefined ? application : undecided),
      salt: newSalt(desk.random),
      ...correctors(application, officer),
      relation: {
        kind: 'replacement',
        of: old.id,
        ...(oldCarrier === undefined ? {} : { oldCarrier }),
      },
    };
    return ok({
      acts: [
        {
          act: 'application-corrected',
          subjects: [record.id],
          puts: [{ collection: 'application', record }],
        },
        replacementConfirmed(desk, toRevoke.value, { applicationId: record.id, officer, at: now }),
      ],
      answer: record,
    });
  });
}
