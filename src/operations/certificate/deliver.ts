import { rulesOfRecord } from '#domain/authority/rule-sets.ts';
import type { Delivery } from '#domain/register/register-entry.ts';
import { type Result, err, ok } from '#domain/base/result.ts';
import type { Desk } from '#ports/desk.ts';
import { type TransactionRefusal, newId, newSalt, transact } from '#operations/transact.ts';

export type DeliverRefusal =
  | TransactionRefusal
  | { readonly type: 'EntryMissing' | 'EntryArchived' | 'RecipientMissing' | 'WayUnknown' | 'Locked' };

/** R-8, N-7: by which of the ways that the order knows a certificate reached its owner; each is written down. */
export function recordDelivery(
  desk: Desk,
  command: { readonly serialNumber: string; readonly way: Delivery['way']; readonly recipient: string },
): Promise<Result<Delivery, DeliverRefusal>> {
  return transact<Delivery, DeliverRefusal>(desk, async (snapshot, at) => {
    const officer = desk.custody.officerId();
    if (officer === null) return err({ type: 'Locked' });
    const entry = await snapshot.get('entry', command.serialNumber);
    if (entry === undefined) return err({ type: 'EntryMissing' });
    if (entry.archived !== undefined) return err({ type: 'EntryArchived' });
    const recipient = command.recipient.trim();
    if (recipient === '') return err({ type: 'RecipientMissing' });
    const { serialNumber, way } = command;
    const station = await snapshot.get('station', 'station');
    const rules = station === undefined ? undefined : rulesOfRecord(station, entry);
    // What goes with a carrier is handed over together with it (G-9, G-10).
    if (rules !== undefined && (rules.keyCarrier !== undefined || !rules.delivery.ways.includes(way)))
      return err({ type: 'WayUnknown' });
    const record: Delivery = {
      id: newId(desk.random),
      salt: newSalt(desk.random),
      serialNumber,
      way,
      at,
      officer,
      recipient,
    };
    return ok({
      acts: [
        {
          act: 'certificate-delivered' as const,
          subjects: [serialNumber],
          puts: [{ collection: 'delivery' as const, record }],
        },
      ],
      answer: record,
    });
  });
}
