import { type Result, err, ok } from '#domain/base/result.ts';
import type { ReplacementConfirmed, RevocationCase } from '#domain/revocation/revocation-case.ts';
import { type ReplaceRefusal, applicationToRevoke } from '#operations/revocation/for-replacement.ts';
import { type Act, type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';

export type ConfirmReplacementRefusal =
  | TransactionRefusal
  | ReplaceRefusal
  | {
      readonly type: 'Locked' | 'StationMissing' | 'ApplicationMissing' | 'EntryMissing' | 'NotConfirmed';
    };

/**
 * End of N-8 where a new certificate is to replace the old one (N-2.8): the officer confirms the application to revoke for that
 * application to issue. It is decided in the act that issues; until then its period runs on.
 */
export function confirmReplacement(
  desk: Desk,
  command: { readonly applicationId: string; readonly confirmedCorrect: boolean },
): Promise<Result<RevocationCase, ConfirmReplacementRefusal>> {
  return transact<RevocationCase, ConfirmReplacementRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    if (!command.confirmedCorrect) return err({ type: 'NotConfirmed' });
    const station = await snapshot.get('station', 'station');
    if (station === undefined) return err({ type: 'StationMissing' });
    const application = await snapshot.get('application', command.applicationId);
    if (application?.relation?.kind !== 'replacement') return err({ type: 'ApplicationMissing' });
    const entry = await snapshot.get('entry', application.relation.of);
    if (entry === undefined) return err({ type: 'EntryMissing' });
    const toRevoke = await applicationToRevoke(snapshot, entry, station, at);
    if (!toRevoke.ok) return toRevoke;
    const replacement = { applicationId: application.id, officer, at };
    return ok({
      acts: [replacementConfirmed(desk, toRevoke.value, replacement)],
      answer: { ...toRevoke.value, replacement },
    });
  });
}

export function replacementConfirmed(
  { random }: Pick<Desk, 'random'>,
  revocationCase: RevocationCase,
  replacement: ReplacementConfirmed,
): Act {
  const record: RevocationCase = { ...revocationCase, salt: newSalt(random), replacement };
  return {
    act: 'replacement-confirmed',
    subjects: [record.id, replacement.applicationId],
    puts: [{ collection: 'revocation', record }],
  };
}
