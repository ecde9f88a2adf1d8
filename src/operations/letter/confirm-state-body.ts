import type { IssueLetter } from '#domain/application/letter.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';
import type { Desk } from '#ports/desk.ts';

export type ConfirmStateBodyRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'LetterMissing' }
  /** It stands in the letter already; who did it and when stays. */
  | { readonly type: 'AlreadyConfirmed' };

/**
 * G-2.7: the officer says of a letter that was registered before this was asked for that its applicant is a central or local
 * executive body. Newer ones are registered with it; no certificate is given on a letter without it.
 */
export function confirmStateBody(
  desk: Desk,
  command: { readonly letterId: string },
): Promise<Result<IssueLetter, ConfirmStateBodyRefusal>> {
  return transact<IssueLetter, ConfirmStateBodyRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const letter = await snapshot.get('letter', command.letterId);
    if (letter === undefined) return err({ type: 'LetterMissing' });
    if (letter.stateBodyConfirmed !== undefined) return err({ type: 'AlreadyConfirmed' });
    const record: IssueLetter = {
      ...letter,
      salt: newSalt(desk.random),
      stateBodyConfirmed: { officer, at },
    };
    return ok({
      acts: [
        {
          act: 'state-body-confirmed',
          subjects: [letter.id, letter.number],
          puts: [{ collection: 'letter', record }],
        },
      ],
      answer: record,
    });
  });
}
