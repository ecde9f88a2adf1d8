import type { Instant } from '#domain/base/instant.ts';
import { type Carrier, carrierState } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import type { RevocationCase } from '#domain/revocation/revocation-case.ts';
import type { Desk } from '#ports/desk.ts';
import type { Snapshot } from '#ports/register-store.ts';
import { type Act, newSalt } from '#operations/transact.ts';

/**
 * G-14: what the application says of the key carrier, written to the carrier's own record in the act that revokes. One that
 * was said not to come back and came after all is entered on its own page.
 */
export async function carrierOfCase(
  desk: Desk,
  snapshot: Snapshot,
  { serialNumber, carrier: said }: Pick<RevocationCase, 'serialNumber' | 'carrier'>,
  by: { readonly officer: string; readonly at: Instant },
): Promise<readonly Act[]> {
  if (said === undefined) return [];
  const known = await snapshot.list('carrier', { index: 'certificate', only: serialNumber });
  const carrier = known.find((each) => mayTake(each, 'end') && carrierState(each) !== 'blank');
  if (carrier === undefined) return [];
  const record: Carrier = {
    ...carrier,
    salt: newSalt(desk.random),
    ended:
      said.type === 'returned'
        ? { ...by, how: 'returned' }
        : { ...by, how: 'not-returned', note: said.reason },
  };
  return [
    { act: 'carrier-ended', subjects: [record.id, said.type], puts: [{ collection: 'carrier', record }] },
  ];
}
