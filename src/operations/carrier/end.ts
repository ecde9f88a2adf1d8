import { type Result, err, ok } from '#domain/base/result.ts';
import { type Carrier, type CarrierEnd, carrierState } from '#domain/carrier/carrier.ts';
import { mayTake } from '#domain/carrier/carrier-step.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newSalt, transact } from '#operations/transact.ts';

export type EndCarrierRefusal =
  | TransactionRefusal
  | { readonly type: 'Locked' | 'CarrierMissing' | 'NoteMissing' }
  | { readonly type: 'CarrierNotThere'; readonly serialNumber: string };

/** A carrier came back (G-14), was destroyed, is lost, or was not returned; why stands in writing, but for one that is back. */
export function endCarrier(
  desk: Desk,
  command: { readonly carrierId: string; readonly how: CarrierEnd['how']; readonly note: string },
): Promise<Result<Carrier, EndCarrierRefusal>> {
  return transact<Carrier, EndCarrierRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const carrier = await snapshot.get('carrier', command.carrierId);
    if (carrier === undefined) return err({ type: 'CarrierMissing' });
    const { how } = command;
    const note = command.note.trim();
    if (how !== 'returned' && note === '') return err({ type: 'NoteMissing' });
    // What lies in a folder was never out, so that it can't come back: its key is given up, or the carrier destroyed.
    const isThere = mayTake(carrier, 'end') && !(how === 'returned' && carrierState(carrier) === 'in-folder');
    if (!isThere) return err({ type: 'CarrierNotThere', serialNumber: carrier.serialNumber });
    const record: Carrier = {
      ...carrier,
      salt: newSalt(desk.random),
      ended: { at, officer, how, ...(note === '' ? {} : { note }) },
    };
    return ok({
      acts: [
        {
          act: 'carrier-ended',
          subjects: [record.id, how],
          puts: [{ collection: 'carrier', record }],
        },
      ],
      answer: record,
    });
  });
}
