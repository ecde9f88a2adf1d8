import type { Application, Confirmation } from '#domain/application/application.ts';
import type { Station } from '#domain/authority/station.ts';
import type { OfficerWithRoles } from '#domain/authority/roles.ts';
import type { Instant } from '#domain/base/instant.ts';
import { type Result, ok } from '#domain/base/result.ts';
import { isOfAnother } from '#domain/application/other-eyes.ts';
import { approvedPartOf } from '#domain/application/approval.ts';
import type { SignatureNotWarranted, VaultLocked } from '#ports/custody.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';

/** D10: another officer has to approve it; or to examine it anew. */
export interface FourEyesRefusal {
  readonly type: 'FourEyes';
  /**
   * `entered`, `examined`: by who wants to approve. `unsigned`: from before four eyes were set. `confirmed`: the confirmations were written just
   * now, and the approval is another's. `gone`: by who is no officer any more, or could not confirm it at the time.
   */
  readonly because: 'entered' | 'examined' | 'unsigned' | 'gone' | 'confirmed';
}

export type FourEyesSignature = SignatureNotWarranted | VaultLocked;

/** The confirmation with the officer's own signature, where four eyes are set: by it the key worker knows who has looked. */
export async function signedConfirmation(
  desk: Pick<Desk, 'custody'>,
  snapshot: Snapshot,
  application: Application,
  confirmation: Confirmation,
): Promise<Result<Confirmation, FourEyesSignature>> {
  const station = await snapshot.get('station', 'station');
  if (station?.settings.fourEyes !== true) return ok(confirmation);
  const signed = await desk.custody.signConfirmation({
    ...confirmation,
    station,
    application: approvedPartOf(application),
  });
  return signed.ok ? ok({ ...confirmation, signature: signed.value }) : signed;
}

/**
 * Why this officer does not approve it under four eyes; null where they are not set, or others have entered and examined it. As the key worker judges it
 * again, but for the signatures. `officers`: as the station states them.
 */
export function fourEyesRefusal(
  { settings }: Pick<Station, 'settings'>,
  {
    receivedBy,
    receivedAt,
    correctedBy = [],
    examination,
  }: Pick<Application, 'receivedBy' | 'correctedBy' | 'examination'> & {
    readonly receivedAt?: Instant | undefined;
  },
  officer: string,
  officers: readonly OfficerWithRoles[],
): FourEyesRefusal | null {
  if (settings.fourEyes !== true) return null;
  if ([receivedBy, ...correctedBy].includes(officer)) return { type: 'FourEyes', because: 'entered' };
  const confirmations = examination?.confirmations ?? [];
  if (confirmations.some((each) => each.officer === officer))
    return { type: 'FourEyes', because: 'examined' };
  if (confirmations.some(({ signature }) => signature === undefined))
    return { type: 'FourEyes', because: 'unsigned' };
  const by = { approver: officer, approvedAt: null, receivedAt };
  return confirmations.every((each) => isOfAnother(each, by, officers))
    ? null
    : { type: 'FourEyes', because: 'gone' };
}
